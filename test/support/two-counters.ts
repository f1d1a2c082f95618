import { afterEach, beforeEach, expect } from 'vitest';
import type { PeriodReading } from '../../shared/model/account';
import type { Submission } from '../../shared/model/submission';
import type { Verdict } from '../../shared/model/verdict';
import { readingSubmission } from './submission';
import { startUtility, type Utility } from './utility';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from './world';

/** The 26th of November 2026, some minutes after nine in the morning at Petroșani. */
export const at = (minute: number) => `2026-11-26T07:${String(minute).padStart(2, '0')}:00.000Z`;

/** What a counter pulls as the answer to a submission. */
export async function verdictAt({ counter }: Utility, { id }: Pick<Submission, 'id'>): Promise<Verdict> {
  const { documents } = await counter.pullAll('verdicts');
  return documents.find((document) => document.id === id) as unknown as Verdict;
}

/** What a counter pulls as standing for a meter in November 2026. */
export async function novemberAt(
  { counter }: Utility,
  { meterId }: Pick<WorldAccount, 'meterId'>,
): Promise<PeriodReading | undefined> {
  const { documents } = await counter.pullAll('readings');
  const months = documents.find(({ id }) => id === meterId)?.months as PeriodReading[];
  return months.find(({ period }) => period === '2026-11');
}

/** Each test of the file gets a utility with two counters in one office, and an account that both of them serve. */
export function twoCounters() {
  let utility: Utility;
  let account: WorldAccount;
  let second: WorldDevice;
  beforeEach(async () => {
    utility = await startUtility();
    [account] = utility.world.accounts as [WorldAccount];
    second = await addDevice(utility.database, { surface: 'counter', offices: [petrosani] });
  });
  afterEach(() => utility.close());

  const send = (submission: Submission) => utility.counter.submitOne(submission);
  const reading = (index: number, minute = 0, staffId: string | null = 'ana') =>
    readingSubmission({ device: utility.world.counter, account, index, capturedAt: at(minute), staffId });
  return {
    get utility() {
      return utility;
    },
    get account() {
      return account;
    },
    here: (minute: number) => ({ device: utility.world.counter, capturedAt: at(minute) }),
    there: (minute: number) => ({ device: second, capturedAt: at(minute) }),
    send,
    sendSecond: (submission: Submission) => utility.client(second).submitOne(submission),
    reading,
    /** Refused when it arrived: below last month's 230. */
    refusedReading: async (minute = 0) => {
      const submission = reading(200, minute);
      expect(await send(submission)).toMatchObject({ outcome: 'refused' });
      return submission;
    },
    verdictOf: (submission: Pick<Submission, 'id'>) => verdictAt(utility, submission),
    november: () => novemberAt(utility, account),
  };
}
