import { addMonths, periodOfDay } from '../../shared/metering/period';
import { windowAt } from '../../shared/metering/windows';
import type { Period } from '../../shared/model/primitives';
import { localDay } from '../../shared/time/local-day';
import { type Chance, seededChance } from './chance';
import { billing } from './demo-billing';
import { aMeter, type Customer, type MeterPlan } from './demo-meters';
import type { DemoAccount, DemoPlan } from './demo-utility';
import { aCompany, anAssociation, anEmail, aPerson, aPhone } from './people';
import { aLocality, anAddress } from './places';

/** 13 months of consumption take 14 indexes. */
const readMonths = 14;
const sentShare = 0.06; // of the accounts, this month's index is there already

/** Every account of the demo's utility, one by one, so that a large one needs no more memory than a small one. */
export function* demoAccounts(plan: DemoPlan): Generator<DemoAccount> {
  const chance = seededChance(plan.seed);
  const period = periodOfDay(localDay(plan.now, plan.policy.timeZone));
  const months = Array.from({ length: readMonths }, (_, back) => addMonths(period, back - readMonths));
  const sentFrom = startOfWindow(plan, period);
  for (let number = 1; number <= plan.accounts; number += 1) {
    yield anAccount(chance, { plan, number, months, period, sentFrom });
  }
}

/** Since when, in ms, this month's indexes could be sent; null while its window is closed. */
function startOfWindow({ policy, now }: DemoPlan, period: Period): number | null {
  const window = windowAt(policy, 'standard', now);
  if (window?.period !== period) return null;
  return Math.min(Date.parse(now), Date.parse(`${window.from}T06:00:00.000Z`));
}

interface AccountPlan {
  plan: DemoPlan;
  number: number;
  months: readonly Period[];
  period: Period;
  sentFrom: number | null;
}

function anAccount(chance: Chance, accountPlan: AccountPlan): DemoAccount {
  const { plan, number } = accountPlan;
  const id = `a${String(number).padStart(6, '0')}`;
  const customer = chance.weighted<Customer>([
    [59, 'house'],
    [33.5, 'flat'],
    [2.5, 'association'],
    [5, 'company'],
  ]);
  const closed = chance.happens(0.02);
  const { meters, months } = someMeters(chance, { ...accountPlan, id, customer, closed });
  const sewage = customer !== 'house' || chance.happens(0.75);
  const bills = billing(chance, { accountId: id, accountNumber: number, sewage, months, now: plan.now });
  return {
    account: {
      ...whoAndWhere(chance, customer),
      id,
      clientCode: String(spread(number, plan.seed, 10_000_000, 89_999_999)),
      internalCode: String(chance.whole(10_000, 999_999)),
      status: closed ? 'closed' : 'active',
      windowGroup: 'standard',
      balanceBani: bills.invoices.reduce((sum, { outstandingBani }) => sum + outstandingBani, 0),
    },
    meters,
    ...bills,
  };
}

function whoAndWhere(chance: Chance, customer: Customer) {
  const locality = aLocality(chance);
  const holderName =
    customer === 'company'
      ? aCompany(chance)
      : customer === 'association'
        ? anAssociation(chance)
        : aPerson(chance);
  const email = chance.happens(0.4) ? anEmail(chance, holderName) : null;
  const building = customer === 'flat' ? 'flat' : customer === 'association' ? 'block' : 'house';
  return {
    holderName,
    customerKind: customer === 'company' || customer === 'association' ? customer : ('person' as const),
    serviceAddress: anAddress(chance, locality, building),
    locality: locality.name,
    officeId: locality.officeId,
    // flats go by a staircase meter; the association's own connection is read like a house's
    dwelling: customer === 'flat' ? ('apartment' as const) : ('house' as const),
    contact: {
      phone: chance.happens(0.8) ? aPhone(chance) : null,
      email,
      invoiceByEmail: email !== null && chance.happens(0.6),
      unconfirmed: null,
    },
  };
}

interface MetersPlan extends AccountPlan {
  id: string;
  customer: Customer;
  closed: boolean;
}

/** Mostly one meter; sometimes a second beside it, or one that took the place of another. */
function someMeters(chance: Chance, plan: MetersPlan) {
  const { months, closed, customer } = plan;
  const read = closed ? months.slice(0, chance.whole(3, 10)) : months;
  const current = closed ? null : sentNow(chance, plan);
  const common = { customer, periods: read, current, life: 'installed' as const };
  const replacedAt = !closed && chance.happens(0.015) ? chance.whole(3, 9) : null;
  const second = customer !== 'flat' && chance.happens(0.03);
  const plans: Omit<MeterPlan, 'id' | 'serial'>[] =
    replacedAt !== null
      ? [
          { ...common, life: 'removed', periods: read.slice(0, replacedAt) },
          { ...common, life: 'replacement', periods: read.slice(replacedAt) },
        ]
      : second
        ? [common, common]
        : [common];
  const made = plans.map((meterPlan, place) => ({
    periods: meterPlan.periods,
    ...aMeter(chance, { ...meterPlan, ...meterNames(plan, place + 1) }),
  }));
  return {
    meters: made.map(({ demo }) => demo),
    months: billedMonths(made).filter(({ period }) => period !== months[0]),
  };
}

const meterNames = ({ id, number, plan }: MetersPlan, place: number) => ({
  id: `${id}-m${place}`,
  serial: String(spread(number * 2 + place - 2, plan.seed, 1_000_000, 8_999_993)),
});

function sentNow(chance: Chance, { plan, period, sentFrom }: MetersPlan): MeterPlan['current'] {
  if (!chance.happens(sentShare) || sentFrom === null) return null;
  return { period, capturedAt: new Date(chance.whole(sentFrom, Date.parse(plan.now))).toISOString() };
}

/** What is billed for each month by all meters of an account together. */
function billedMonths(made: readonly { periods: readonly Period[]; billedM3: readonly number[] }[]) {
  const months = new Map<Period, number>();
  for (const { periods, billedM3 } of made) {
    for (const [place, period] of periods.entries()) {
      months.set(period, (months.get(period) ?? 0) + (billedM3[place] ?? 0));
    }
  }
  return [...months].map(([period, m3]) => ({ period, m3 }));
}

/** A different number for each `position`, looking as if drawn by lot, of `size` numbers from `from`. */
function spread(position: number, seed: number, from: number, size: number): number {
  return from + ((position * 34_567_891 + seed * 7_919) % size);
}
