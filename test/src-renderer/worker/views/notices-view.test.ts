import { BehaviorSubject, firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { OwnLedger } from '../../../../src-renderer/worker/own/own-ledger';
import { Notices } from '../../../../src-renderer/worker/startup/notices';
import { watchNotices } from '../../../../src-renderer/worker/views/notices-view';
import { submission } from '../../../src-main/journal/submission';
import { verdictOn } from '../../../support/documents';

type Sources = Parameters<typeof watchNotices>[0];

/** A counter whose databases were lost when it had these numbers; the server's verdicts are here again. */
async function counterAfterLoss(seqs: readonly number[]) {
  const ledger = new OwnLedger();
  for (const seq of seqs) ledger.add(submission(seq));
  const kept = new Map<string, unknown>();
  const notices = new Notices({
    get: async (key: string) => kept.get(key),
    put: async (key: string, value: unknown) => void kept.set(key, value),
  } as ConstructorParameters<typeof Notices>[0]);
  await notices.found([{ code: 'data-vanished', submissions: seqs.length, lastSeq: ledger.lastSeq }]);
  const sources = {
    ...{ notices, ledger },
    replications: { firstSync$: new BehaviorSubject({ complete: new Set(['verdicts']) }) },
    local: { building$: new BehaviorSubject(false) },
    enrolled: { record: { device: { id: submission(1).deviceId } } },
  } as unknown as Sources;
  return { ledger, notices, kept, shown: () => firstValueFrom(watchNotices(sources)) };
}

test('what was made after the loss is not counted among what waits, also when the journal was made shorter since', async () => {
  const { ledger, shown } = await counterAfterLoss([1, 2, 3]);
  const lost = { code: 'data-vanished', submissions: 3, lastSeq: 3 };
  ledger.settle([verdictOn(submission(1)), verdictOn(submission(2))]);
  ledger.add(submission(4));
  ledger.add(submission(5));
  expect(await shown()).toEqual([{ ...lost, waiting: 1 }]);
  ledger.forget(new Set([submission(1).id, submission(2).id]));
  expect(await shown()).toEqual([{ ...lost, waiting: 1 }]);
  ledger.settle([verdictOn(submission(3))]);
  expect(await shown()).toEqual([{ ...lost, waiting: 0 }]);
});

test('a notice that was kept without its number is still told, and counts all that waits', async () => {
  const { ledger, notices, kept, shown } = await counterAfterLoss([1, 2]);
  kept.set('notices', { open: [{ code: 'data-vanished', submissions: 2 }], read: [] });
  await notices.recall();
  ledger.settle([verdictOn(submission(1))]);
  expect(await shown()).toMatchObject([{ code: 'data-vanished', submissions: 2, waiting: 1 }]);
});
