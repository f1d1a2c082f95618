import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Submission } from '../../../shared/model/submission';
import { paymentOf, reversalOf } from '../../support/payment';
import { decisionOn } from '../../support/settling';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

/* Every account owes 42,00 lei on one invoice of 84,00. */
const runs = 30;

let utility: Utility;
let unused: WorldAccount[];
let counters: WorldDevice[];
let account: WorldAccount;
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: runs + 30, now: '2026-11-27T11:00:00.000Z' });
  unused = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
  const second = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
  counters = [utility.world.counter, second];
  await utility.database.pool.query('update accounts set balance_bani = 4200');
});
afterAll(() => utility.close());
beforeEach(() => {
  account = unused.pop() as WorldAccount;
});

const at = (minute: number): string => `2026-11-26T10:${String(minute).padStart(2, '0')}:00.000Z`;
const first = (minute: number) => ({ device: counters[0] as WorldDevice, capturedAt: at(minute) });
const second = (minute: number) => ({ device: counters[1] as WorldDevice, capturedAt: at(minute) });

async function send(submission: Submission) {
  const device = counters.find(({ id }) => id === submission.deviceId) as WorldDevice;
  return utility.client(device).submitOne(submission);
}

/** The money of an account, as every device pulls it. */
async function books(of: WorldAccount = account) {
  const pulled = async (name: 'accounts' | 'invoices' | 'payments' | 'verdicts') =>
    (await utility.counter.pullAll(name)).documents.filter(
      ({ id, accountId }) => (name === 'accounts' ? id : accountId) === of.id,
    );
  const [accounts, invoices, payments, verdicts] = await Promise.all([
    pulled('accounts'),
    pulled('invoices'),
    pulled('payments'),
    pulled('verdicts'),
  ]);
  const made = payments.filter(({ id }) => id !== `payment-${of.id}`);
  return {
    balanceBani: accounts[0]?.balanceBani,
    outstandingBani: invoices[0]?.outstandingBani,
    counted: invoices[0]?.countedPayments,
    payments: Object.fromEntries(made.map((payment) => [payment.id, payment])),
    said: Object.fromEntries(verdicts.map(({ id, outcome, findings }) => [id, { outcome, findings }])),
  };
}

test('cash for an invoice lowers what is outstanding and the balance; a retry changes nothing', async () => {
  const payment = paymentOf(account, first(1), { amountBani: 1_200, tenderedBani: 2_000 });
  const answer = await send(payment);
  expect(answer).toMatchObject({ outcome: 'accepted', findings: [] });
  const after = await books();
  expect(after).toMatchObject({ balanceBani: 3_000, outstandingBani: 3_000, counted: [payment.id] });
  expect(after.payments[payment.id]).toMatchObject({
    amountBani: 1_200,
    method: 'cash',
    paidAt: at(1),
    reversedAt: null,
    allocations: [{ invoiceId: `invoice-${account.id}`, amountBani: 1_200 }],
  });
  expect(await send(payment)).toEqual(answer);
  expect(await books()).toEqual(after);
});

test.each([
  ['as it was taken', false],
  ['the later one first', true],
])(
  'one invoice paid at two offline counters is one payment and one credit, arriving %s',
  async (_, turned) => {
    const early = paymentOf(account, first(1));
    const late = paymentOf(account, second(2));
    for (const payment of turned ? [late, early] : [early, late]) await send(payment);
    const after = await books();
    expect(after).toMatchObject({ balanceBani: -4_200, outstandingBani: 0 });
    expect(after.payments[early.id]).toMatchObject({ allocations: [{ amountBani: 4_200 }] });
    expect(after.payments[late.id]).toMatchObject({ amountBani: 4_200, allocations: [] });
    expect(after.said[early.id]).toEqual({ outcome: 'accepted', findings: [] });
    expect(after.said[late.id]).toEqual({
      outcome: 'accepted',
      findings: [{ code: 'payment-credit', creditBani: 4_200 }],
    });
  },
);

test('money for invoices the account does not have is a credit', async () => {
  const elsewhere = unused[0] as WorldAccount;
  const allocations = [{ invoiceId: `invoice-${elsewhere.id}`, amountBani: 4_200 }];
  await send(paymentOf(account, first(1), { allocations }));
  expect(await books()).toMatchObject({ balanceBani: 0, outstandingBani: 4_200 });
  expect(await books(elsewhere)).toMatchObject({ balanceBani: 4_200, outstandingBani: 4_200 });
});

describe('a payment taken back', () => {
  test('stays as a row, and its money returns to the invoice', async () => {
    const payment = paymentOf(account, first(1));
    const reversal = reversalOf(payment, second(5));
    await send(payment);
    expect(await send(reversal)).toMatchObject({ outcome: 'accepted', findings: [] });
    const after = await books();
    expect(after).toMatchObject({ balanceBani: 4_200, outstandingBani: 4_200, counted: [] });
    expect(after.payments[payment.id]).toMatchObject({
      amountBani: 4_200,
      reversedAt: at(5),
      allocations: [],
    });
    const again = await send(reversalOf(payment, first(6)));
    expect(again).toMatchObject({ outcome: 'refused', findings: [{ code: 'payment-reversed' }] });
    expect((await books()).balanceBani).toBe(4_200);
  });

  test('makes room for the other one of two', async () => {
    const early = paymentOf(account, first(1));
    const late = paymentOf(account, second(2));
    for (const submission of [late, early, reversalOf(early, first(3))]) await send(submission);
    const after = await books();
    expect(after).toMatchObject({ balanceBani: 0, outstandingBani: 0 });
    expect(after.said[late.id]).toEqual({ outcome: 'accepted', findings: [] });
  });

  test('the next day is a supervisor’s', async () => {
    const payment = paymentOf(account, first(1));
    await send(payment);
    const nextDay = { ...first(0), capturedAt: '2026-11-27T09:00:00.000Z' };
    expect(await send(reversalOf(payment, nextDay))).toMatchObject({
      outcome: 'refused',
      findings: [{ code: 'reversal-needs-supervisor', paidOn: '2026-11-26' }],
    });
    const bySupervisor = { ...nextDay, capturedAt: '2026-11-27T09:30:00.000Z', staffId: 'mihai' };
    expect(await send(reversalOf(payment, bySupervisor))).toMatchObject({ outcome: 'accepted' });
    expect((await books()).outstandingBani).toBe(4_200);
  });

  test('too late by a clerk counts when a supervisor says so, and no longer when an earlier decision says not', async () => {
    const payment = paymentOf(account, first(1));
    const late = reversalOf(payment, { ...first(0), capturedAt: '2026-11-27T09:00:00.000Z' });
    await send(payment);
    await send(late);
    const decided = (minute: number, action: 'accept' | 'set-aside') =>
      send(decisionOn(late, { ...second(0), capturedAt: `2026-11-27T10:0${minute}:00.000Z`, action }));
    expect(await decided(5, 'accept')).toMatchObject({ outcome: 'accepted' });
    expect(await books()).toMatchObject({ balanceBani: 4_200, outstandingBani: 4_200, counted: [] });
    expect(await decided(4, 'set-aside')).toMatchObject({ outcome: 'accepted' });
    expect(await books()).toMatchObject({ balanceBani: 0, outstandingBani: 0, counted: [payment.id] });
  });

  test('before it has arrived is waited for; what never can count is told so', async () => {
    const payment = paymentOf(account, first(1));
    const reversal = reversalOf(payment, second(5));
    expect(await send(reversal)).toMatchObject({
      outcome: 'held',
      findings: [{ code: 'payment-unknown' }],
    });
    expect(await send(payment)).toMatchObject({ outcome: 'accepted', findings: [] });
    const after = await books();
    expect(after).toMatchObject({ balanceBani: 4_200, outstandingBani: 4_200 });
    expect(after.said[reversal.id]).toEqual({ outcome: 'accepted', findings: [] });

    const unknown = paymentOf(account, first(7), { accountId: 'account-none' });
    const early = reversalOf(unknown, second(8));
    await send(early);
    expect(await send(unknown)).toMatchObject({
      outcome: 'refused',
      findings: [{ code: 'unknown-account' }],
    });
    expect(await send(early)).toMatchObject({ outcome: 'refused', findings: [{ code: 'not-decidable' }] });
    expect(await send(reversalOf(unknown, first(9)))).toMatchObject({ outcome: 'refused' });
  });

  test('by somebody who may not is refused, and the payment stays', async () => {
    const payment = paymentOf(account, first(1));
    await send(payment);
    const by = (staffId: string) => send(reversalOf(payment, { ...first(2), staffId }));
    for (const staffId of ['ioana', 'vasile', 'nobody'])
      expect(await by(staffId)).toMatchObject({
        outcome: 'refused',
        findings: [{ code: 'actor-not-allowed' }],
      });
    expect((await books()).outstandingBani).toBe(0);
  });
});

test('money taken by somebody who may not is kept, and counts when a supervisor says so', async () => {
  const payment = paymentOf(account, { ...first(1), staffId: 'vasile' });
  expect(await send(payment)).toMatchObject({ outcome: 'held', findings: [{ code: 'actor-not-allowed' }] });
  expect(await books()).toMatchObject({ balanceBani: 4_200, outstandingBani: 4_200, payments: {} });
  expect(await send(decisionOn(payment, { ...second(9), action: 'accept' }))).toMatchObject({
    outcome: 'accepted',
  });
  expect(await books()).toMatchObject({ balanceBani: 0, outstandingBani: 0, counted: [payment.id] });
});

test('a payload that is no payment is not recorded', async () => {
  for (const amountBani of [0, -5, 12.5])
    expect(await send(paymentOf(account, first(1), { amountBani }))).toMatchObject({
      outcome: 'not-recorded',
      findings: [{ code: 'malformed' }],
    });
});

interface MadePayment {
  amountBani: number;
  minute: number;
  by: number;
  reversed: boolean;
}

const made = fc
  .array(
    fc.record<MadePayment>({
      amountBani: fc.constantFrom(700, 4_200, 5_000),
      minute: fc.integer({ min: 1, max: 3 }), // few, so that two are often taken in the same one
      by: fc.integer({ min: 0, max: 1 }),
      reversed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .chain((payments) => {
    const places = payments.flatMap(({ reversed }, place) => (reversed ? [place, place + 10] : [place]));
    const order = fc.shuffledSubarray(places, { minLength: places.length, maxLength: places.length });
    return fc.record({ payments: fc.constant(payments), order });
  });

test('payments and what takes them back end in the same books in every order', async () => {
  await fc.assert(
    fc.asyncProperty(made, async ({ payments, order }) => {
      const of = unused.pop() as WorldAccount;
      const sent = payments.map(({ amountBani, minute, by }) =>
        paymentOf(of, by === 0 ? first(minute) : second(minute), { amountBani }),
      );
      const taken = sent.map((payment) => reversalOf(payment, second(20)));
      for (const place of order) {
        const submission = place < 10 ? sent[place] : taken[place - 10];
        if (submission) await send(submission);
      }
      const standing = payments.filter(({ reversed }) => !reversed);
      const paidBani = standing.reduce((sum, { amountBani }) => sum + amountBani, 0);
      const after = await books(of);
      expect(after.balanceBani).toBe(4_200 - paidBani);
      expect(after.outstandingBani).toBe(Math.max(0, 4_200 - paidBani));
      const inTurn = sent
        .filter((_, place) => payments[place]?.reversed === false)
        .toSorted((a, b) => (`${a.capturedAt}${a.id}` < `${b.capturedAt}${b.id}` ? -1 : 1));
      let left = 4_200;
      for (const { id, payload } of inTurn) {
        const pays = Math.min(left, Number(payload.amountBani));
        left -= pays;
        const credit = Number(payload.amountBani) - pays;
        expect(after.payments[id]).toMatchObject({ allocations: pays > 0 ? [{ amountBani: pays }] : [] });
        const findings = credit > 0 ? [{ code: 'payment-credit', creditBani: credit }] : [];
        expect(after.said[id]).toEqual({ outcome: 'accepted', findings });
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
});
