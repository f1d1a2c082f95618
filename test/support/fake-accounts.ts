import { consumptionM3 } from '../../shared/metering/consumption';
import { addMonths } from '../../shared/metering/period';
import { knownUsual } from '../../shared/metering/usual';
import type { Account, Meter, PeriodReading } from '../../shared/model/account';
import type { Invoice, Payment } from '../../shared/model/billing';
import { fold } from '../../shared/search/fold';
import type { OlderBillingOutcome } from '../../src-renderer/data/visit-api';

/** One meter with its accepted readings, newest first. */
export interface FakeMeter {
  meter: Meter;
  standing: PeriodReading[];
}

const litres = [14, 12, 15, 13, 22, 18, 13, 12, 14, 19, 15, 13, 14];

/** Thirteen months up to and with October 2026, ending at `index`; the months named are estimates. */
export function fakeMeter(
  id: string,
  serial: string,
  lastIndex: number,
  changes: Partial<Meter> & { estimates?: string[] } = {},
): FakeMeter {
  const { estimates = [], ...ofMeter } = changes;
  let index = lastIndex;
  const standing = litres.map((used, back): PeriodReading => {
    const period = addMonths('2026-10', -back);
    const reading = {
      period,
      index,
      capturedAt: `${period}-27T09:30:00.000Z`,
      submissionId: `import-${id}-${period}`,
      source: estimates.includes(period) ? ('estimate' as const) : ('customer' as const),
    };
    index = Math.max(0, index - used);
    return reading;
  });
  const digits = ofMeter.digits ?? 5;
  const meter: Meter = {
    id,
    serial,
    digits,
    remote: false,
    status: 'installed',
    installedOn: '2019-04-11',
    initialIndex: 0,
    ...knownUsual(standing, digits),
    ...ofMeter,
  };
  return { meter, standing };
}

/** A month's readings with the water used, oldest first, as the chart shows them. */
export const monthsOf = (standing: readonly PeriodReading[], digits: number) =>
  standing
    .slice(0, 13)
    .map((reading, place) => {
      const earlier = standing[place + 1];
      return {
        ...reading,
        consumptionM3: earlier ? consumptionM3(earlier.index, reading.index, digits) : null,
      };
    })
    .toReversed();

export function fakeAccount(id: string, holderName: string, changes: Partial<Account> = {}): Account {
  return {
    id,
    clientCode: `12045${id.padStart(2, '0')}`,
    internalCode: `339${id.padStart(2, '0')}`,
    holderName,
    nameKey: fold(holderName),
    customerKind: 'person',
    serviceAddress: 'Str. Minerilor 12',
    locality: 'Lupeni',
    officeId: 'lupeni',
    dwelling: 'house',
    status: 'active',
    windowGroup: 'all',
    registered: false,
    emailKnown: false,
    contact: { phone: '0722123456', email: 'client@exemplu.ro', invoiceByEmail: true, unconfirmed: null },
    balanceBani: 0,
    meters: [],
    ...changes,
  };
}

const m3Price = 778;

const months = (latest: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) => addMonths(latest, -back));

export const fakeInvoices = (accountId: string): Invoice[] =>
  months('2026-10', 6).map((period, place) => fakeInvoice(accountId, { period, place, open: place < 2 }));

/** What the server has of an account from before the months that a device holds. */
export function fakeOlder(accountId: string): OlderBillingOutcome {
  const invoices = months('2026-04', 9).map((period, place) =>
    fakeInvoice(accountId, { period, place: place + 6, open: false }),
  );
  const elsewhere = { reversible: false, submission: null, reversal: null };
  const payments = paymentsOf(invoices).map((payment) => ({ ...payment, ...elsewhere }));
  return { outcome: 'older', invoices, payments };
}

function fakeInvoice(
  accountId: string,
  { period, place, open }: { period: string; place: number; open: boolean },
): Invoice {
  const water = 14 + place;
  const amount = water * m3Price;
  const line = { quantity: water, unit: 'm³', unitPriceBani: m3Price, amountBani: amount };
  return {
    id: `${accountId}-${period}`,
    accountId,
    number: `AVJ ${224_871 - place * 1000}`,
    period,
    issuedOn: `${addMonths(period, 1)}-05`,
    dueOn: `${addMonths(period, 1)}-${place === 0 ? '28' : '20'}`,
    totalBani: amount * 2,
    outstandingBani: open ? amount * 2 : 0,
    countedPayments: [],
    lines: [
      { description: 'Apă potabilă', ...line },
      { description: 'Canalizare', ...line },
    ],
  };
}

export const fakePayments = (accountId: string): Payment[] => paymentsOf(fakeInvoices(accountId));

function paymentsOf(invoices: readonly Invoice[]): Payment[] {
  return invoices
    .filter(({ outstandingBani }) => outstandingBani === 0)
    .map((invoice, place) => ({
      id: `p-${invoice.id}`,
      accountId: invoice.accountId,
      amountBani: invoice.totalBani,
      method: (['cash', 'card', 'online', 'transfer'] as const)[place % 4] ?? 'cash',
      paidAt: `${invoice.dueOn}T08:1${place}:00.000Z`,
      receiptNumber: `CH ${40_211 - place * 93}`,
      reversedAt: null,
      allocations: [{ invoiceId: invoice.id, invoiceNumber: invoice.number, amountBani: invoice.totalBani }],
    }));
}
