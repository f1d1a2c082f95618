import { describe, expect, test, vi } from 'vitest';
import type { Submission } from '../../../shared/model/submission';
import { holdBilling } from '../../../src-server/accounts/billing-lock';
import { correctionOf, decisionOn } from '../../support/settling';
import { twoCounters } from '../../support/two-counters';

const counters = twoCounters();
const { send, here, november, refusedReading } = counters;

describe('while a month is being marked as billed', () => {
  /** Sends while the marking is under way; a value that changed meanwhile would be in no export. */
  async function sentMeanwhile(submission: Submission) {
    let sent: ReturnType<typeof send> | undefined;
    await counters.utility.database.db.transaction(async (tx) => {
      await holdBilling(tx);
      sent = send(submission);
      await vi.waitFor(async () => {
        const { rows } = await counters.utility.database.pool.query(
          `select 1 from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and not granted
             and database = (select oid from pg_database where datname = current_database())`,
        );
        expect(rows).toHaveLength(1);
      });
      expect(await november()).toBeUndefined();
    });
    return sent;
  }

  test('a decision that lets an index count waits', async () => {
    const submission = await refusedReading();
    const decision = decisionOn(submission, { ...here(5), action: 'accept' });
    expect(await sentMeanwhile(decision)).toMatchObject({ outcome: 'accepted' });
    expect(await november()).toMatchObject({ index: 200 });
  });

  test('a correction waits', async () => {
    const correction = correctionOf(counters.account, { ...here(5), index: 240 });
    expect(await sentMeanwhile(correction)).toMatchObject({ outcome: 'accepted' });
    expect(await november()).toMatchObject({ index: 240 });
  });
});
