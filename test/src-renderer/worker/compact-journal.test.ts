import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { expect, onTestFinished, test } from 'vitest';
import { FileJournal } from '../../../shared/journal/journal';
import type { Submission } from '../../../shared/model/submission';
import type { DataWorkerDeps } from '../../../src-renderer/worker/deps';
import { OrderBook } from '../../../src-renderer/worker/orders/order-book';
import { OwnLedger } from '../../../src-renderer/worker/own/own-ledger';
import { reconcile } from '../../../src-renderer/worker/own/reconcile';
import { Recorder } from '../../../src-renderer/worker/own/recorder';
import { openProjection } from '../../../src-renderer/worker/own/submissions-projection';
import { submission } from '../../src-main/journal/submission';
import { MemoryFile } from '../../support/memory-file';
import { orderRecord } from '../../support/order-record';

const now = '2026-11-26T08:00:00.000Z';
const longAgo = '2026-09-27T07:59:59.999Z';
const old = (seq: number): Submission => ({ ...submission(seq), capturedAt: longAgo });
let opened = 0;

async function counterWith(
  submissions: readonly Submission[],
  settled: readonly Submission[],
  decidedAt = longAgo,
) {
  const indexedDB = new IDBFactory();
  const storage = getRxStorageDexie({ indexedDB, IDBKeyRange }) as DataWorkerDeps['storage'];
  opened += 1;
  const projection = await openProjection(storage, `compact-${opened}`);
  onTestFinished(() => projection.close());
  const journal = new FileJournal(new MemoryFile(), new MemoryFile());
  await journal.load();
  for (const one of submissions) await journal.append(one);
  const ledger = new OwnLedger();
  for (const one of await reconcile(journal, projection)) ledger.add(one);
  ledger.settle(settled.map((one) => accepted(one, decidedAt)));
  const orders = new OrderBook(journal, { kept: (await journal.load()).orders, monotonicMs: () => 0 });
  const recorder = new Recorder({ journal, projection, ledger, orders });
  return { journal, projection, ledger, orders, recorder };
}

const accepted = ({ id, deviceId, kind }: Submission, decidedAt: string) => ({
  ...{ id, deviceId, kind, officeId: 'petrosani', accountId: null, outcome: 'accepted' as const },
  ...{ findings: [], review: false, superseded: false, summary: null, decidedAt },
  ...{ settledBy: null, settlement: null, deviceName: null },
});

const seqs = (submissions: readonly Submission[]) => submissions.map(({ deviceSeq }) => deviceSeq).toSorted();

test('what has its verdict and is older than 60 days leaves journal, database and memory', async () => {
  const made = [old(1), old(2), submission(3)];
  const { journal, projection, ledger, recorder } = await counterWith(made, [old(1), submission(3)]);
  expect(await recorder.compact(now)).toEqual({ kept: 2, dropped: 1 });
  expect(seqs(ledger.all)).toEqual([2, 3]);
  expect(seqs(await projection.all())).toEqual([2, 3]);
  expect(seqs(await reconcile(journal, projection))).toEqual([2, 3]);
});

test('on the 60th day it is still kept', async () => {
  const made = { ...submission(1), capturedAt: '2026-09-27T08:00:00.000Z' };
  const { recorder } = await counterWith([made], [made]);
  expect(await recorder.compact(now)).toBeNull();
});

test('what was decided lately is kept, whatever the clock said when it was captured', async () => {
  const { recorder } = await counterWith([old(1)], [old(1)], '2026-11-20T08:00:00.000Z');
  expect(await recorder.compact(now)).toBeNull();
});

test('a few old lines among many are not worth a new journal', async () => {
  const made = [old(1), ...[2, 3, 4, 5].map(submission)];
  const { recorder, ledger } = await counterWith(made, [old(1)]);
  expect(await recorder.compact(now)).toBeNull();
  expect(ledger.all).toHaveLength(5);
});

test('numbers go on where everything was let go of, also after the next start', async () => {
  const made = await counterWith([old(1), old(2)], [old(1), old(2)]);
  const { journal, projection, ledger, orders, recorder } = made;
  await recorder.compact(now);
  expect([ledger.all.length, ledger.lastSeq]).toEqual([0, 2]);
  const next = new OwnLedger();
  for (const one of await reconcile(journal, projection)) next.add(one);
  new Recorder({ journal, projection, orders, ledger: next });
  expect(next.lastSeq).toBe(2);
});

test('what is in the drawer since the last old closing stays for the next one, however old, and so does that closing', async () => {
  const opened = { event: 'drawer-opened', day: '2026-09-20', openingBani: 10_000 };
  const closed = { event: 'day-closed', day: '2026-09-20', submissions: 1, drawer: null };
  const money = { accountId: 'account-1', paymentId: '1' };
  const kinds = [
    ['cash-drawer', opened],
    ['payment', money],
    ['cash-drawer', closed],
    ['reading', money],
    ['cash-drawer', opened],
    ['payment', money],
    ['payment-reversal', money],
  ] as const;
  const made = kinds.map(([kind, payload], at): Submission => ({ ...old(at + 1), kind, payload }));
  const young: Submission = { ...submission(8), kind: 'cash-drawer', payload: closed };
  const { ledger, recorder } = await counterWith([...made, young], [...made, young]);
  expect(await recorder.compact(now)).toEqual({ kept: 5, dropped: 3 });
  expect(seqs(ledger.all)).toEqual([3, 5, 6, 7, 8]);
});

test('a drawer that was never closed keeps all that came into it', async () => {
  const payment: Submission = { ...old(2), kind: 'payment' };
  const { ledger, recorder } = await counterWith([old(1), payment], [old(1), payment]);
  expect(await recorder.compact(now)).toEqual({ kept: 1, dropped: 1 });
  expect(seqs(ledger.all)).toEqual([2]);
});

test('payments begun here whose outcome has been known for 60 days leave the journal; the others stay', async () => {
  const { journal, orders, recorder } = await counterWith([], []);
  const paid = orderRecord(1, { beganAt: longAgo, state: 'paid' });
  const unknown = orderRecord(2, { beganAt: longAgo, state: 'unknown' });
  const young = orderRecord(3, { state: 'paid' });
  for (const order of [paid, unknown, young]) await orders.begin(order);
  expect(await recorder.compact(now)).toEqual({ kept: 2, dropped: 1 });
  expect(orders.all).toEqual([unknown, young]);
  expect((await journal.load()).orders).toEqual([unknown, young]);
});
