import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consumptionM3 } from '../../../shared/metering/consumption';
import { addMonths } from '../../../shared/metering/period';
import { Account, Meter, MeterReadings, PeriodReading } from '../../../shared/model/account';
import { Invoice, Payment } from '../../../shared/model/billing';
import { demoAccounts } from '../../../src-server/demo/demo-accounts';
import type { DemoAccount, DemoMeter, DemoPlan } from '../../../src-server/demo/demo-utility';
import { demoPlan } from './demo-plan';

const anyPlan = fc
  .record({
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    now: fc
      .date({
        min: new Date('2026-01-01T00:00:00Z'),
        max: new Date('2028-12-31T23:59:59Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString()),
    strictWindow: fc.boolean(),
  })
  .map((plan) => demoPlan({ ...plan, accounts: 40 }));

/** Holds for every account of utilities made from any seed at any moment. */
function always(statement: (account: DemoAccount, plan: DemoPlan) => void): void {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      for (const account of demoAccounts(plan)) statement(account, plan);
    }),
    { numRuns: 25 },
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const isOverEstimate = ({ readings }: DemoMeter, place: number) =>
  readings[place - 1]?.source === 'estimate' && place === readings.length - 1;

test('the same seed makes the same utility, another seed another', () => {
  const first = [...demoAccounts(demoPlan())];
  expect([...demoAccounts(demoPlan())]).toEqual(first);
  expect([...demoAccounts(demoPlan({ seed: 2 }))]).not.toEqual(first);
});

test('every document fits the schema that devices read it by', () => {
  always(({ account, meters, invoices, payments }) => {
    const documents = meters.map(({ meter, readings }) =>
      Meter.parse({
        ...meter,
        usualM3: null,
        usualBeforeM3: [],
        latestReadings: readings.slice(-2).reverse(),
      }),
    );
    const derived = { nameKey: '', registered: false, emailKnown: account.contact.email !== null };
    Account.parse({ ...account, ...derived, meters: documents });
    for (const { readings } of meters) PeriodReading.array().parse(readings);
    for (const { meter, readings } of meters) {
      const months = readings.slice(-13).map((reading) => ({ ...reading, consumptionM3: null }));
      MeterReadings.parse({ id: meter.id, accountId: account.id, months });
    }
    Invoice.array().parse(invoices);
    Payment.array().parse(payments);
  });
});

test('an apartment’s index is read or estimated: nobody may send it', () => {
  always(({ account, meters }) => {
    if (account.dwelling !== 'apartment') return;
    for (const { source } of meters.flatMap(({ readings }) => readings))
      expect(['reader', 'estimate']).toContain(source);
  });
});

test('registers only grow, except past their highest number, by plausible consumption', () => {
  always(({ meters }) => {
    for (const demo of meters) {
      for (const [place, { index }] of demo.readings.entries()) {
        const previous = demo.readings[place - 1];
        expect(index).toBeLessThan(10 ** demo.meter.digits);
        if (!previous || isOverEstimate(demo, place)) continue;
        const used = consumptionM3(previous.index, index, demo.meter.digits);
        expect(used).toBeGreaterThanOrEqual(0);
        expect(used).toBeLessThan(5_000);
      }
    }
  });
});

test('each meter has at most one reading a month, in order, none of them in the future', () => {
  always(({ meters }, { now }) => {
    for (const { readings } of meters) {
      const periods = readings.map(({ period }) => period);
      expect(periods).toEqual([...new Set(periods)].toSorted());
      for (const { capturedAt } of readings) expect(capturedAt <= now).toBe(true);
    }
  });
});

test('a balance is what is outstanding, and that is what payments leave', () => {
  always(({ account, invoices, payments }, { now }) => {
    const allocations = payments.flatMap((payment) => payment.allocations);
    for (const invoice of invoices) {
      const paid = sum(
        allocations.filter(({ invoiceId }) => invoiceId === invoice.id).map((a) => a.amountBani),
      );
      expect(invoice.outstandingBani).toBe(invoice.totalBani - paid);
      expect(sum(invoice.lines.map(({ amountBani }) => amountBani))).toBe(invoice.totalBani);
      expect(invoice.issuedOn <= now.slice(0, 10)).toBe(true);
    }
    for (const payment of payments) {
      expect(sum(payment.allocations.map(({ amountBani }) => amountBani))).toBe(payment.amountBani);
      expect(payment.paidAt <= now).toBe(true);
    }
    expect(account.balanceBani).toBe(sum(invoices.map(({ outstandingBani }) => outstandingBani)));
  });
});

test('invoices bill what the indexes say', () => {
  always(({ meters: [only, second], invoices }) => {
    if (!only || second) return;
    for (const { period, lines } of invoices) {
      const place = only.readings.findIndex((reading) => reading.period === period);
      const [before, reading] = [only.readings[place - 1], only.readings[place]];
      if (!before || !reading) throw new Error(`no readings behind the invoice of ${period}`);
      expect(lines[0]?.quantity).toBe(consumptionM3(before.index, reading.index, only.meter.digits));
    }
  });
});

test('codes and serials are those of one account alone', () => {
  const accounts = [...demoAccounts(demoPlan({ accounts: 3000 }))];
  const serials = accounts.flatMap(({ meters }) => meters.map(({ meter }) => meter.serial));
  expect(new Set(accounts.map(({ account }) => account.clientCode)).size).toBe(accounts.length);
  expect(new Set(serials).size).toBe(serials.length);
});

test('most meters have water used in each of the last 13 months, and bills and payments for it', () => {
  const months = Array.from({ length: 13 }, (_, back) => addMonths('2026-10', -back));
  const accounts = [...demoAccounts(demoPlan({ accounts: 500 }))];
  const usesWater = ({ readings }: DemoMeter) => {
    const periods = new Set(readings.map(({ period }) => period));
    return [...months, '2025-09'].every((period) => periods.has(period)); // the first month's water starts from one before
  };
  const whole = accounts.filter(({ meters }) => meters.every(usesWater));
  expect(whole.length / accounts.length).toBeGreaterThan(0.9);
  const billedThroughout = whole.filter(({ invoices }) => {
    const billed = new Set(invoices.map(({ period }) => period));
    return months.every((period) => billed.has(period)); // not where no water was used
  });
  expect(billedThroughout.length / whole.length).toBeGreaterThan(0.8);
  expect(billedThroughout.filter(({ payments }) => payments.length === 0)).toEqual([]);
});

test('the utility has what a counter meets: flats, associations, two offices, estimates, rollovers', () => {
  const accounts = [...demoAccounts(demoPlan({ accounts: 2000 }))];
  const share = (is: (account: DemoAccount) => boolean) => accounts.filter(is).length / accounts.length;
  const readings = accounts.flatMap(({ meters }) => meters.flatMap((meter) => meter.readings));
  expect(share(({ account }) => account.dwelling === 'apartment')).toBeCloseTo(1 / 3, 1);
  expect(share(({ account }) => account.customerKind === 'association')).toBeGreaterThan(0.01);
  expect(share(({ account }) => account.officeId === 'lupeni')).toBeCloseTo(0.47, 1);
  expect(share(({ account }) => account.status === 'closed')).toBeCloseTo(0.02, 1);
  expect(share(({ meters }) => meters.some(({ meter }) => meter.remote))).toBeGreaterThan(0.02);
  expect(share(({ meters }) => meters.length === 2)).toBeGreaterThan(0.02);
  expect(share(({ invoices }) => invoices.some((invoice) => invoice.outstandingBani > 0))).toBeGreaterThan(
    0.2,
  );
  expect(readings.filter(({ source }) => source === 'estimate').length / readings.length).toBeCloseTo(
    0.04,
    1,
  );
  expect(share(({ meters }) => meters.some(rolledOver))).toBeGreaterThan(0);
  expect(share(({ account }) => /[ăâîșț]/i.test(account.holderName))).toBeGreaterThan(0.2);
});

const rolledOver = ({ meter, readings }: DemoMeter) =>
  readings.some(({ index }, place) => index < (readings[place - 1]?.index ?? 0) - 10 ** (meter.digits - 1));

test('with the strict window nothing of this month was sent before the 25th', () => {
  const thisMonth = (plan: DemoPlan) =>
    [...demoAccounts(plan)].flatMap(({ meters }) =>
      meters.flatMap(({ readings }) => readings.filter(({ period }) => period === '2026-11')),
    );
  expect(thisMonth(demoPlan({ strictWindow: true }))).toEqual([]);
  expect(thisMonth(demoPlan()).length).toBeGreaterThan(0);
  const late = thisMonth(demoPlan({ strictWindow: true, now: '2026-11-28T10:00:00.000Z' }));
  expect(late.length).toBeGreaterThan(0);
  for (const { capturedAt } of late) expect(capturedAt >= '2026-11-25').toBe(true);
});
