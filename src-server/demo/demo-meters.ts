import { addMonths } from '../../shared/metering/period';
import type { PeriodReading } from '../../shared/model/account';
import type { Period, ReadingSource } from '../../shared/model/primitives';
import type { Chance } from './chance';
import type { DemoMeter } from './demo-utility';
import { meterHistory } from './meter-history';
import { aWaterUse, monthlyUseM3 } from './water-use';

export type Customer = 'house' | 'flat' | 'association' | 'company';

export interface MeterPlan {
  id: string;
  serial: string;
  customer: Customer;
  /** The months it was read in, oldest first. */
  periods: readonly Period[];
  /** `replacement`: installed in the first of `periods`, beginning at 0. */
  life: 'installed' | 'removed' | 'replacement';
  /** What the current month already has, if anything; null: not the time, or not from this customer. */
  current: { period: Period; capturedAt: string } | null;
}

type Sources = readonly (readonly [number, ReadingSource])[];

/** Who reads: households send it themselves or at the counter; flats may not, so theirs are read. */
const sources: Record<Customer | 'remote', Sources> = {
  house: [
    [45, 'customer'],
    [36, 'clerk'],
    [14, 'reader'],
    [5, 'estimate'],
  ],
  flat: [
    [96, 'reader'],
    [4, 'estimate'],
  ],
  association: [
    [60, 'clerk'],
    [40, 'reader'],
  ],
  company: [
    [50, 'customer'],
    [30, 'clerk'],
    [18, 'reader'],
    [2, 'estimate'],
  ],
  remote: [[1, 'reader']],
};

const remoteShare: Record<Customer, number> = { house: 0.03, flat: 0.02, association: 0.25, company: 0.12 };

/** A meter with its readings, and what is billed by it for each of the months. */
export function aMeter(chance: Chance, plan: MeterPlan): { demo: DemoMeter; billedM3: number[] } {
  const digits = plan.customer === 'association' ? 6 : 5;
  const remote = plan.life !== 'removed' && chance.happens(remoteShare[plan.customer]);
  const use = aWaterUse(chance, plan.customer);
  const useM3 = monthlyUseM3(chance, use, plan.periods);
  const startIndex = aStartIndex(chance, plan, digits, useM3);
  const history = meterHistory(chance, {
    meterId: plan.id,
    digits,
    startIndex,
    periods: plan.periods,
    useM3,
    sources: sources[remote ? 'remote' : plan.customer],
  });
  const used = Math.round(use.rateM3 * chance.between(0.5, 1.1));
  const shown = (history.endIndex + used) % 10 ** digits;
  const demo: DemoMeter = {
    meter: {
      id: plan.id,
      serial: plan.serial,
      digits,
      remote,
      status: plan.life === 'removed' ? 'removed' : 'installed',
      installedOn: installedOn(chance, plan),
      initialIndex: 0,
    },
    readings: [...history.readings, ...currentReading(plan, remote, shown)],
  };
  return { demo, billedM3: history.billedM3 };
}

/** Years of use lie behind most registers; one in eighty is about to pass its highest number, or just did. */
function aStartIndex(chance: Chance, plan: MeterPlan, digits: number, useM3: readonly number[]): number {
  if (plan.life === 'replacement') return 0;
  const usedSince = useM3.reduce((sum, m3) => sum + m3, 0);
  if (chance.happens(1 / 80))
    return 10 ** digits - Math.max(1, Math.round(usedSince * chance.between(0.4, 1.06)));
  const years = chance.between(0.5, 9);
  return Math.round((usedSince / Math.max(1, useM3.length)) * 12 * years) % (10 ** digits - usedSince);
}

function installedOn(chance: Chance, plan: MeterPlan): string {
  const first = plan.periods[0] ?? '2020-01';
  const month = plan.life === 'replacement' ? first : addMonths(first, -chance.whole(6, 108));
  return `${month}-${String(chance.whole(1, 20)).padStart(2, '0')}`;
}

function currentReading(plan: MeterPlan, remote: boolean, index: number): PeriodReading[] {
  if (!plan.current || remote || plan.customer === 'flat' || plan.life === 'removed') return [];
  const { period, capturedAt } = plan.current;
  return [{ period, index, capturedAt, submissionId: `${plan.id}-${period}`, source: 'clerk' }];
}
