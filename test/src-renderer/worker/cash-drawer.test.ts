import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { drawerOf } from '../../../shared/billing/drawer';
import type { Payment } from '../../../shared/model/billing';
import { DayClosedPayload } from '../../../shared/model/cash-drawer';
import type { CounterMethod } from '../../../shared/model/payment';
import type { Submission } from '../../../shared/model/submission';
import type { CollectionName } from '../../../shared/sync/collections';
import type { PaymentEntry } from '../../../src-renderer/data/payment-api';
import { drawerEvents } from '../../../src-renderer/worker/care/drawer-events';
import { LocalData } from '../../../src-renderer/worker/db/local-data';
import { ownDay } from '../../../src-renderer/worker/own/own-day';
import { OwnLedger } from '../../../src-renderer/worker/own/own-ledger';
import { counterAtWork, restarted, saveIndex, smallUtility } from '../../support/counter';
import type { TestDevice } from '../../support/device';
import { verdictOn } from '../../support/documents';
import { paymentOf, reversalOf } from '../../support/payment';
import type { ScriptedServer } from '../../support/scripted-server';
import type { WorldAccount } from '../../support/world';

const collections: CollectionName[] = ['policy', 'staff', 'accounts', 'verdicts', 'invoices', 'payments'];
const accountId = 'account-1';

async function counter() {
  const server = smallUtility();
  const dates = { period: '2026-10', issuedOn: '2026-10-05', dueOn: '2026-10-20' };
  const money = { totalBani: 42_000, outstandingBani: 42_000, countedPayments: [], lines: [] };
  server.put({ invoices: [{ id: 'invoice-1', accountId, number: 'F-1', ...dates, ...money }] });
  return { server, device: await counterAtWork(server, { collections }) };
}

async function takeCash(device: TestDevice, amount: string, method: CounterMethod = 'cash'): Promise<string> {
  const terminalReference = method === 'card' ? '004711' : '';
  const entry: PaymentEntry = {
    ...{ accountId, invoiceIds: ['invoice-1'], amount, method, tendered: '', terminalReference },
  };
  const outcome = await device.api.savePayment(entry);
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.submission.id;
}

/** The server has answered everything. */
async function allAnswered(server: ScriptedServer, device: TestDevice): Promise<void> {
  const { submissions } = await device.until('day', null);
  await vi.waitFor(() => {
    const ids = new Set(server.received.flat().map(({ id }) => id));
    expect(submissions.every(({ id }) => ids.has(id))).toBe(true);
  });
  const received = new Map(server.received.flat().map((submission) => [submission.id, submission]));
  server.put({ verdicts: [...received.values()].map((submission) => verdictOn(submission)) });
  await device.until('day', null, ({ waiting }) => waiting === 0);
}

const closingAt = (server: ScriptedServer): Promise<DayClosedPayload> =>
  vi.waitFor(() => {
    const closing = server.received.flat().findLast(({ payload }) => payload.event === 'day-closed');
    return DayClosedPayload.parse(closing?.payload);
  });

test('a day with a drawer: opened, money taken and given back, counted, closed, with the difference written down', async () => {
  const { server, device } = await counter();
  expect(await device.api.openDrawer('200')).toMatchObject({
    outcome: 'saved',
    submission: { kind: 'cash-drawer', amountBani: 20_000, state: 'kept' },
  });
  await takeCash(device, '50');
  const paymentId = await takeCash(device, '70,50');
  await takeCash(device, '99', 'card');
  await device.api.reversePayment({ paymentId, note: 'sumă greșită' });
  const { drawer } = await device.until('day', null);
  expect(drawer).toEqual({
    opened: { at: expect.any(String), by: 'Ana Pop' },
    openingBani: 20_000,
    takings: [
      { method: 'cash', payments: 2, takenBani: 12_050, reversals: 1, givenBackBani: 7_050 },
      { method: 'card', payments: 1, takenBani: 9_900, reversals: 0, givenBackBani: 0 },
    ],
    toCount: true,
  });
  await allAnswered(server, device);
  const nothing = { outcome: 'not-counted', findings: [{ code: 'amount-missing' }] };
  for (const counted of [null, '', 'mult']) expect(await device.api.closeDay(counted)).toEqual(nothing);
  expect(await device.api.closeDay('249,00')).toMatchObject({
    outcome: 'closed',
    submission: { amountBani: 24_900 },
  });
  const count = { openingBani: 20_000, takings: drawer.takings, countedBani: 24_900, differenceBani: -100 };
  expect((await closingAt(server)).drawer).toEqual(count);
  const { closings, drawer: after } = await device.until('day', null, (day) => day.closings.length > 0);
  expect(closings).toMatchObject([{ by: 'Ana Pop', drawer: count }]);
  expect(closings[0]?.movements.map(({ what, amountBani }) => [what, amountBani])).toEqual([
    ['taken', 5_000],
    ['taken', 7_050],
    ['taken', 9_900],
    ['given-back', 7_050],
  ]);
  expect(after.opened).toBeNull();
});

test('the drawer is opened once, with an amount, and once more after the day was closed', async () => {
  const { server, device } = await counter();
  expect(await device.api.openDrawer('')).toEqual({
    outcome: 'blocked',
    findings: [{ code: 'amount-missing' }],
  });
  expect(await device.api.openDrawer('0')).toMatchObject({ outcome: 'saved' });
  expect(await device.api.openDrawer('10')).toEqual({ outcome: 'not-saved', reason: 'already-open' });
  const again = await restarted(device, server, { collections });
  await again.synced();
  await again.api.signIn('ana', server.password);
  expect(await again.api.openDrawer('10')).toEqual({ outcome: 'not-saved', reason: 'already-open' });
  await allAnswered(server, again);
  expect(await again.api.closeDay('0')).toMatchObject({ outcome: 'closed' });
  await saveIndex(again, 1, 1250);
  const closed = await again.until('day', null, (day) => day.sinceClosed === 1);
  expect(closed).toMatchObject({ moneySinceClosed: false, wholeDay: null });
  await takeCash(again, '5');
  expect(await again.api.openDrawer('10')).toMatchObject({ outcome: 'saved' });
  const { drawer, closings, sinceClosed } = await again.until('day', null, (day) => day.sinceClosed === 3);
  expect(drawer).toMatchObject({ openingBani: 1_000, takings: [{ takenBani: 500 }], toCount: true });
  expect([closings[0]?.drawer?.countedBani, closings[0]?.movements, sinceClosed]).toEqual([0, [], 3]);
});

test('what a day that could not be closed took in is counted by the next closing, and told until then', async () => {
  const { server, device } = await counter();
  await device.api.openDrawer('100');
  const id = await takeCash(device, '50');
  server.now = '2026-11-27T08:00:00.000Z';
  device.machine.clock.advance(24 * 60 * 60_000);
  await takeCash(device, '20');
  const { carriedOver, drawer, submissions } = await device.until(
    'day',
    null,
    (view) => view.submissions.length === 1,
  );
  expect(carriedOver.map(({ kind }) => kind)).toEqual(['cash-drawer', 'payment']);
  expect(carriedOver[1]?.id).toBe(id);
  expect(submissions[0]).toMatchObject({ kind: 'payment', amountBani: 2_000 });
  expect(drawer).toMatchObject({ openingBani: 10_000, takings: [{ payments: 2, takenBani: 7_000 }] });
  expect(await device.api.openDrawer('10')).toEqual({ outcome: 'not-saved', reason: 'already-open' });
  await allAnswered(server, device);
  expect(await device.api.closeDay('170')).toMatchObject({ outcome: 'closed' });
  expect(await closingAt(server)).toMatchObject({
    submissions: 1,
    drawer: { openingBani: 10_000, takings: [{ takenBani: 7_000 }], differenceBani: 0 },
  });
  const { closings } = await device.until('day', null, (view) => view.closings.length > 0);
  expect(closings[0]?.movements).toHaveLength(2);
});

test('every closing of a day stays to be read: a later count takes no shortage away', async () => {
  const { server, device } = await counter();
  await device.api.openDrawer('100');
  await takeCash(device, '50');
  for (const [counted, reopened] of [
    ['140', false],
    ['150', true],
    ['150', false],
  ] as const) {
    await allAnswered(server, device);
    expect(await device.api.closeDay(counted)).toMatchObject({ outcome: 'closed' });
    if (reopened) await device.api.openDrawer('150');
  }
  const { closings, wholeDay, moneySinceClosed } = await device.until(
    'day',
    null,
    (view) => view.closings.length === 3,
  );
  expect(wholeDay).toEqual([
    { method: 'cash', payments: 1, takenBani: 5_000, reversals: 0, givenBackBani: 0 }, // once, counted twice
  ]);
  expect(moneySinceClosed).toBe(false);
  expect(closings.map(({ drawer, movements }) => [drawer?.differenceBani, movements.length])).toEqual([
    [-1_000, 1],
    [0, 1],
    [0, 0],
  ]);
  const [first, second, third] = closings.map(({ openedBy }) => openedBy);
  expect(first).not.toBeNull();
  expect(second).toBe(first); // counted again: not money that came twice
  expect(third).not.toBe(first);
});

test('nobody who is not signed in opens a drawer', async () => {
  const { device } = await counter();
  await device.api.signOut();
  expect(await device.api.openDrawer('10')).toEqual({ outcome: 'not-saved', reason: 'not-signed-in' });
});

test('cash taken without an opened drawer is counted, too; a day without money closes without a count', async () => {
  const { server, device } = await counter();
  await saveIndex(device, 1, 1250);
  await allAnswered(server, device);
  expect(await device.api.closeDay(null)).toMatchObject({ outcome: 'closed' });
  expect((await closingAt(server)).drawer).toBeNull();
  await takeCash(device, '50');
  await allAnswered(server, device);
  expect(await device.api.closeDay(null)).toMatchObject({ outcome: 'not-counted' });
  expect(await device.api.closeDay('50')).toMatchObject({ outcome: 'closed' });
  const { closings } = await device.until('day', null, (day) => day.closings.length === 2);
  expect(closings[1]?.drawer).toMatchObject({ openingBani: 0, differenceBani: 0 });
});

test('money of another counter given back here comes out of this drawer', async () => {
  const { server, device } = await counter();
  const id = '019ad000-0000-7000-8000-000000000001';
  const paid = { paidAt: '2026-11-26T07:00:00.000Z', receiptNumber: 'R', reversedAt: null, allocations: [] };
  const payment: Payment = { id, accountId, amountBani: 3_000, method: 'cash', ...paid };
  server.put({ payments: [payment] });
  await device.until('payments', { accountId }, (payments) => payments.length === 1);
  expect(await device.api.reversePayment({ paymentId: id, note: 'greșit' })).toMatchObject({
    outcome: 'saved',
  });
  const { drawer } = await device.until('day', null);
  expect(drawer.takings).toEqual([
    { method: 'cash', payments: 0, takenBani: 0, reversals: 1, givenBackBani: 3_000 },
  ]);
});

const days = ['2026-11-26', '2026-11-27'] as const;
const device = { id: 'device-1' };
const account: WorldAccount = {
  ...{ id: accountId, meterId: 'meter-1', officeId: 'office-1', lastIndex: 1234 },
  ...{ holderName: 'Țăranu Ștefan 1', internalCode: 'I1' },
};

/** Payments over two days, some of them taken back on the same or the next day, in whatever order of a day. */
const history = fc.array(
  fc.record({
    amountBani: fc.integer({ min: 1, max: 500_000 }),
    method: fc.constantFrom('cash' as const, 'card' as const),
    day: fc.constantFrom(...days),
    minute: fc.nat(300),
    back: fc.option(fc.record({ day: fc.constantFrom(...days), minute: fc.nat(300) }), { nil: null }),
  }),
);
const closingOf = (day: string): Submission => ({
  ...paymentOf(account, { device, capturedAt: `${day}T19:00:00.000Z` }),
  kind: 'cash-drawer',
  payload: DayClosedPayload.parse({ event: 'day-closed', day, submissions: 0, drawer: null }),
});
const at = (day: string, minute: number): string =>
  new Date(Date.parse(`${day}T06:00:00.000Z`) + minute * 60_000).toISOString();

test('whatever is paid and taken back over two days, each closing counts the cash since the one before', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.boolean(), async (made, closes) => {
      const sums = new Map<string, number>(days.map((day) => [day, 0]));
      const add = (day: string, bani: number) => sums.set(day, (sums.get(day) ?? 0) + bani);
      const submissions: Submission[] = [];
      for (const { amountBani, method, day, minute, back } of made) {
        const payment = paymentOf(account, { device, capturedAt: at(day, minute) }, { amountBani, method });
        submissions.push(payment);
        if (method === 'cash') add(day, amountBani);
        const backAt = back && at(back.day, back.minute);
        if (backAt === null || backAt <= payment.capturedAt) continue;
        submissions.push(reversalOf(payment, { device, capturedAt: backAt }));
        if (method === 'cash') add(backAt.slice(0, 10), -amountBani);
      }
      if (closes) submissions.push(closingOf(days[0]));
      else add(days[1], sums.get(days[0]) ?? 0);
      const inOrder = submissions.toSorted((a, b) => (a.capturedAt < b.capturedAt ? -1 : 1));
      for (const day of days) {
        const ledger = new OwnLedger();
        const until = inOrder.filter(({ capturedAt }) => capturedAt.slice(0, 10) <= day);
        for (const [place, submission] of until.entries())
          ledger.add({ ...submission, deviceSeq: place + 1 });
        const from = { local: new LocalData(), ledger };
        const today = ownDay(ledger, `${day}T20:00:00.000Z`, 'Europe/Bucharest');
        expect(drawerOf(await drawerEvents(from, today.drawer)).expectedBani).toBe(sums.get(day));
      }
    }),
  );
});
