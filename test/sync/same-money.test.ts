import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dealOut } from '../../shared/billing/allocate';
import { FileJournal } from '../../shared/journal/journal';
import type { FindingCode } from '../../shared/metering/finding';
import type { Account } from '../../shared/model/account';
import type { Invoice, Payment } from '../../shared/model/billing';
import type { Submission } from '../../shared/model/submission';
import type { Verdict } from '../../shared/model/verdict';
import type { CollectionName } from '../../shared/sync/collections';
import type { PaymentEntry } from '../../src-renderer/data/payment-api';
import type { SubmissionView } from '../../src-renderer/data/submission-view';
import { recordEverything } from '../../src-server/changes/record-all';
import { inTransaction } from '../../src-server/db/transaction';
import { Machine, startDevice, type TestDevice } from '../support/device';
import { allOwedBani, type Case, examples, type Here, moneyCase, owedBani } from '../support/money-cases';
import { paymentOf, reversalOf } from '../support/payment';
import { startUtility, type Utility } from '../support/utility';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../support/world';

/*
 * Money is taken and given back at two counters that cannot see each other: at a whole device, cut off while it does so,
 * and at another one that sends what it wrote down before or after it. The same is sent again for a twin of the account,
 * by the wire alone and in another order. All three end in the same books: what the device lays over, what the server has
 * of the account, what it has of the twin.
 */
const now = '2026-11-26T08:00:00.000Z';
const nextDay = '2026-11-27T08:00:00.000Z';
const cases = 14;
const collections: CollectionName[] = ['policy', 'staff', 'accounts', 'verdicts', 'invoices', 'payments'];

/** One history, of an account that the device serves and of its twin. */
interface History {
  one: Case;
  account: WorldAccount;
  twin: WorldAccount;
  /** By what the device knows while it is cut off. */
  leftBani: { old: number; new: number };
  taken: SubmissionView[]; // at the device
  blocked: { paymentId: string; code: FindingCode; capturedAt: string }[]; // reversals that it did not record
  fromThere: Submission[];
}

let utility: Utility;
let other: WorldDevice;
let device: TestDevice;
let histories: History[];
let plugged = true;
const machine = new Machine(now);
const seen = new Set<string>();

beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 2 * cases, now });
  const accounts = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
  histories = [...examples, ...fc.sample(moneyCase, cases - examples.length)].map((one, place) => ({
    one,
    account: accounts[2 * place] as WorldAccount,
    twin: accounts[2 * place + 1] as WorldAccount,
    leftBani: { ...owedBani },
    ...{ taken: [], blocked: [], fromThere: [] },
  }));
  await oweMore();
  other = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
  const baseUrl = await utility.app.listen({ port: 0, host: '127.0.0.1' });
  machine.enrolAs(utility.world.counter);
  device = await startDevice({
    ...{ machine, baseUrl, collections },
    fetch: (...request) => (plugged ? fetch(...request) : Promise.reject(new TypeError('unplugged'))),
  });
  await device.synced();
  await device.api.signIn('ana', utility.world.password);
  plugged = false;
});
afterAll(async () => {
  await device.stop();
  await utility.close();
});

/** A second invoice for everybody, and some accounts closed. */
async function oweMore(): Promise<void> {
  const { db, pool } = utility.database;
  await pool.query(
    `insert into invoices (id, account_id, number, period, issued_on, due_on, total_bani, outstanding_bani)
     select 'newer-' || id, id, 'N-' || id, '2026-10', '2026-11-20', '2026-12-10', $1, $1 from accounts`,
    [owedBani.new],
  );
  await pool.query('update accounts set balance_bani = $1', [allOwedBani]);
  const closed = histories
    .filter(({ one }) => one.closed)
    .flatMap(({ account, twin }) => [account.id, twin.id]);
  await pool.query(`update accounts set status = 'closed' where id = any($1)`, [closed]);
  await inTransaction(db, recordEverything);
}

const invoicesOf = ({ id }: Pick<WorldAccount, 'id'>) => ({ old: `invoice-${id}`, new: `newer-${id}` });
const later = (minutes: number, day = now) => new Date(Date.parse(day) + minutes * 60_000).toISOString();

/** What the newest and the oldest invoice get of an amount, the oldest first. */
function dealtTo({ leftBani }: Pick<History, 'leftBani'>, of: Here['of'], amountBani: number) {
  const chosen = (['old', 'new'] as const).filter((which) => of.includes(which));
  return dealOut(
    amountBani,
    chosen.map((id) => ({ id, outstandingBani: leftBani[id] })),
  ) as { invoiceId: 'old' | 'new'; amountBani: number }[];
}

/** The rule of the counter in its own words: nothing is taken for what is paid, or above what is owed. */
function expectedBlock({ leftBani }: History, { of, amount }: Here): FindingCode | null {
  if (of.some((which) => leftBani[which] === 0)) return 'invoice-not-open';
  const dueBani = of.reduce((sum, which) => sum + leftBani[which], 0);
  return Number(amount) * 100 > dueBani ? 'amount-above-outstanding' : null;
}

/** Takes money at the device and, on the same day, gives it back. */
async function takeHere(history: History, here: Here): Promise<void> {
  const { account, leftBani } = history;
  const ids = invoicesOf(account);
  const { amount, method, of } = here;
  const entry: PaymentEntry = {
    ...{ accountId: account.id, invoiceIds: of.map((which) => ids[which]), amount, method },
    ...{ tendered: '', terminalReference: method === 'card' ? 'A-17' : '' },
  };
  const expected = expectedBlock(history, here);
  const outcome = await device.api.savePayment(entry);
  if (outcome.outcome === 'not-saved') throw new Error(outcome.reason);
  const codes = outcome.outcome === 'blocked' ? outcome.findings.map(({ code }) => code) : [];
  expect(codes.includes(expected ?? codes[0] ?? 'amount-missing'), `${codes} for ${expected}`).toBe(
    expected !== null,
  );
  if (outcome.outcome === 'blocked') return void seen.add(expected ?? '');
  const { submission } = outcome;
  history.taken.push(submission);
  const dealt = dealtTo(history, of, Number(amount) * 100);
  const change = (sign: 1 | -1) => {
    for (const { invoiceId, amountBani } of dealt) leftBani[invoiceId] += sign * amountBani;
  };
  change(-1);
  if (here.back !== 'same-day' && here.back !== 'twice') return;
  expect(await reverseHere(submission.id)).toEqual([]);
  change(1);
  if (here.back === 'twice') await notReversedHere(history, submission.id, 'payment-reversed');
}

/** @returns what stands against it there; nothing when it was recorded */
async function reverseHere(paymentId: string) {
  const outcome = await device.api.reversePayment({ paymentId, note: 'sumă greșită' });
  if (outcome.outcome === 'not-saved') throw new Error(outcome.reason);
  return outcome.outcome === 'blocked' ? outcome.findings.map(({ code }) => code) : [];
}

async function notReversedHere(history: History, paymentId: string, code: FindingCode): Promise<void> {
  expect(await reverseHere(paymentId)).toEqual([code]);
  seen.add(code);
  history.blocked.push({ paymentId, code, capturedAt: wallNow() });
}

const wallNow = () => new Date(machine.clock.wallMs()).toISOString();

/** What the other counter wrote down, some of it taken back there on the next day by a supervisor. */
function madeThere({ one, account, taken }: History): Submission[] {
  const at = (capturedAt: string) => ({ device: other, capturedAt, staffId: 'mihai' });
  const ids = invoicesOf(account);
  const made = one.there.flatMap(({ amountBani, method, minute, back }) => {
    const allocations = dealtTo({ leftBani: owedBani }, ['old', 'new'], amountBani).map((dealt) => ({
      ...dealt,
      invoiceId: ids[dealt.invoiceId],
    }));
    const payment = paymentOf(account, at(later(minute)), { amountBani, method, allocations });
    return back ? [payment, reversalOf(payment, at(later(10, nextDay)))] : [payment];
  });
  const [first] = taken;
  if (!one.reversedThere || !first) return made;
  return [...made, reversalOf({ ...paymentOf(account, at(now)), id: first.id }, at(later(15, nextDay)))];
}

const send = (submissions: readonly Submission[]) => utility.client(other).submit(submissions);

/** Everything that the device wrote down, as its journal has it. */
async function madeHere({ account }: History): Promise<Submission[]> {
  const { submissions } = await new FileJournal(machine.journal, machine.spareJournal).load();
  return submissions.filter(({ onBehalfOf }) => onBehalfOf === account.id);
}

/** The same for the twin, in the case's own order of arrival. @returns the twin's submission ids, by the account's */
async function sendTwins(history: History): Promise<Map<string, string>> {
  const { account, twin, one, fromThere } = history;
  const originals = [...(await madeHere(history)), ...fromThere];
  const twins = new Map<string, Submission>();
  for (const { id, deviceId, capturedAt, actor, kind, payload } of originals) {
    const staffId = actor.kind === 'staff' ? actor.staffId : '';
    const renamed = JSON.parse(
      JSON.stringify(payload).replaceAll(account.id, twin.id),
    ) as Submission['payload'];
    const target = twins.get(String(payload.paymentId));
    const made = paymentOf(twin, { device: { id: deviceId }, capturedAt, staffId });
    twins.set(id, { ...made, kind, payload: target ? { ...renamed, paymentId: target.id } : renamed });
  }
  const arriving = [...twins.values()].map((submission, place) => ({
    submission,
    turn: one.order[place] ?? 0,
  }));
  for (const { submission } of arriving.toSorted((a, b) => a.turn - b.turn)) {
    const from = submission.deviceId === other.id ? utility.client(other) : utility.counter;
    await from.submitOne(submission);
  }
  return new Map([...twins].map(([id, { id: twinId }]) => [id, twinId]));
}

interface Books {
  balanceBani: number;
  outstandingBani: { old: number; new: number };
  payments: { id: string; amountBani: number; reversed: boolean; allocations: object }[];
}

const booksFrom = (
  { id }: Pick<WorldAccount, 'id'>,
  balanceBani: number,
  { invoices, payments }: { invoices: readonly Invoice[]; payments: readonly Payment[] },
): Books => {
  const leftOf = (invoiceId: string) =>
    invoices.find((one) => one.id === invoiceId)?.outstandingBani ?? Number.NaN;
  const ids = invoicesOf({ id });
  return {
    balanceBani,
    outstandingBani: { old: leftOf(ids.old), new: leftOf(ids.new) },
    payments: payments
      .filter((payment) => payment.id !== `payment-${id}`)
      .map((payment) => ({
        id: payment.id,
        amountBani: payment.amountBani,
        reversed: payment.reversedAt !== null,
        allocations: Object.fromEntries(
          payment.allocations.map((paid) => [paid.invoiceId.replace(id, ''), paid.amountBani]),
        ),
      }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
};

/** Everybody's money as a counter pulls it, and what was answered. */
async function serverBooks() {
  const all = async <Document>(name: CollectionName) =>
    (await utility.counter.pullAll(name)).documents as unknown as Document[];
  const [accounts, invoices, payments, verdicts] = await Promise.all([
    all<Account>('accounts'),
    all<Invoice>('invoices'),
    all<Payment>('payments'),
    all<Verdict>('verdicts'),
  ]);
  const said = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  const of = (account: WorldAccount): Books =>
    booksFrom(account, accounts.find(({ id }) => id === account.id)?.balanceBani ?? Number.NaN, {
      invoices: invoices.filter(({ accountId }) => accountId === account.id),
      payments: payments.filter(({ accountId }) => accountId === account.id),
    });
  return { of, said };
}

/** The device's view, once it says the same; else the test fails with what it says. */
async function deviceShows({ id: accountId }: WorldAccount, books: Books): Promise<void> {
  await device.until('account', { accountId }, (view) => view?.account.balanceBani === books.balanceBani);
  const invoices = await device.until('invoices', { accountId }, (shown) =>
    isDeepStrictEqual(
      booksFrom({ id: accountId }, 0, { invoices: shown, payments: [] }).outstandingBani,
      books.outstandingBani,
    ),
  );
  await device.until('payments', { accountId }, (payments) =>
    isDeepStrictEqual(booksFrom({ id: accountId }, books.balanceBani, { invoices, payments }), books),
  );
}

/** No bani is made or lost: what was taken and stands pays invoices or is a credit, and no invoice is paid beyond its sum. */
function expectConserved(
  { balanceBani, outstandingBani, payments }: Books,
  said: Map<string, Verdict>,
): void {
  const standing = payments.filter(({ reversed }) => !reversed);
  let takenBani = 0;
  let allocatedBani = 0;
  for (const { id, amountBani, allocations } of standing) {
    const paysBani = Object.values(allocations).reduce((sum: number, bani: number) => sum + bani, 0);
    const credit = said.get(id)?.findings.find(({ code }) => code === 'payment-credit');
    expect(paysBani + (credit?.code === 'payment-credit' ? credit.creditBani : 0)).toBe(amountBani);
    if (credit) seen.add(credit.code);
    takenBani += amountBani;
    allocatedBani += paysBani;
  }
  const leftBani = outstandingBani.old + outstandingBani.new;
  expect(allOwedBani - leftBani).toBe(allocatedBani);
  expect(balanceBani).toBe(allOwedBani - takenBani);
  expect(Math.min(outstandingBani.old, outstandingBani.new)).toBeGreaterThanOrEqual(0);
}

test('whatever two counters take and give back, the device, the server and another order of arrival end in the same books', async () => {
  for (const history of histories) for (const here of history.one.here) await takeHere(history, here);
  machine.clock.advance(Date.parse(nextDay) - Date.parse(now));
  for (const history of histories) {
    const { one, account, taken, leftBani } = history;
    if (one.closed) seen.add('closed');
    for (const payment of taken) {
      const here = one.here.find(
        ({ back, amount }) => back === 'next-day' && Number(amount) * 100 === payment.amountBani,
      );
      if (here) await notReversedNextDay(history, payment.id);
    }
    const invoices = await device.until('invoices', { accountId: account.id });
    expect(booksFrom(account, 0, { invoices, payments: [] }).outstandingBani).toEqual(leftBani); // laid over, nothing sent
  }
  utility.clock.set(later(60, nextDay));
  for (const history of histories) {
    history.fromThere = madeThere(history);
    if (history.one.thereFirst && history.fromThere.length > 0) await send(history.fromThere);
  }
  plugged = true;
  await device.api.syncNow();
  await device.until('status', null, ({ waiting }) => waiting.submissions === 0);
  for (const { one, fromThere } of histories)
    if (!one.thereFirst && fromThere.length > 0) await send(fromThere);
  const twins = new Map<string, string>();
  for (const history of histories) for (const [id, twin] of await sendTwins(history)) twins.set(id, twin);

  const { of, said } = await serverBooks();
  for (const { account, twin } of histories) {
    const books = of(account);
    expectConserved(books, said);
    await deviceShows(account, books);
    const asTwins = books.payments.map((payment) => ({ ...payment, id: twins.get(payment.id) ?? '' }));
    expect({ ...books, payments: asTwins.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }).toEqual(of(twin));
    for (const { id } of books.payments)
      expect(said.get(id)?.findings).toEqual(said.get(twins.get(id) ?? '')?.findings);
  }

  // What the device did not record, the server would have refused for the same reason; what comes again changes nothing.
  for (const history of histories) {
    const own = await madeHere(history);
    if (own.length > 0) await utility.counter.submit(own);
    if (history.fromThere.length > 0) await send(history.fromThere);
    for (const { paymentId, code, capturedAt } of history.blocked) {
      const payment = own.find(({ id }) => id === paymentId) as Submission;
      const reversal = reversalOf(payment, { device: utility.world.counter, capturedAt });
      const answer = await utility.counter.submitOne(reversal);
      expect(answer.outcome).toBe('refused');
      expect(answer.findings.map((finding) => finding.code)).toContain(code);
    }
  }
  const again = await serverBooks();
  for (const { account } of histories) expect(again.of(account)).toEqual(of(account));
  for (const what of ['closed', 'payment-credit', 'invoice-not-open', 'amount-above-outstanding'])
    expect(seen, what).toContain(what);
  for (const what of ['payment-reversed', 'reversal-needs-supervisor']) expect(seen, what).toContain(what);
});

/** A clerk's own day is over; what was given back before is said to be so too. */
async function notReversedNextDay(history: History, paymentId: string): Promise<void> {
  const codes = await reverseHere(paymentId);
  expect(codes).toContain('reversal-needs-supervisor');
  seen.add('reversal-needs-supervisor');
  history.blocked.push({ paymentId, code: 'reversal-needs-supervisor', capturedAt: wallNow() });
}
