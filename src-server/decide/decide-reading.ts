import type { Finding } from '../../shared/metering/finding';
import { type Revision, revisionOf } from '../../shared/metering/own-readings';
import { compareRevisions, periodReadings } from '../../shared/metering/period-reading';
import { checkReading } from '../../shared/metering/reading-rules';
import { policyAt } from '../../shared/metering/windows';
import type { PeriodReading } from '../../shared/model/account';
import { checkReadingProof } from '../customers/proof';
import type { Transaction } from '../db/connect';
import { type Arriving, type Decide, type Decision, decisionOf } from './decision';
import type { LockedAccount } from './lock-account';
import { lockMeters, lockReadingFacts } from './reading-facts';
import { readingChanges, saveRevision } from './save-revision';
import { outrank } from './superseded';

/** An index: the device's own rules again, on facts from our tables, and what only the place of arrival knows. */
export const decideReading: Decide = async (tx, arriving, account) => {
  const { submission, policies, receivedAt: recordedAt } = arriving;
  const refused = (finding: Finding) => decisionOf([finding], submission);
  if (!account) return refused({ code: 'unknown-account' });
  const policy = policyAt(policies, submission.capturedAt);
  if (!policy) return refused({ code: 'window-closed', nextFrom: null, nextTo: null });
  const locked = await lockReadingFacts(tx, arriving, { account, policy });
  if (!locked) return refused({ code: 'unknown-meter' });

  const unproven = await checkReadingProof(tx, arriving, account);
  const decision = decisionOf([...unproven, ...checkReading(locked.facts)], submission);
  const revision = revisionOf(submission, policies, account.windowGroup);
  if (!revision) return decision;
  const accepted = decision.outcome === 'accepted';
  await saveRevision(tx, { submission, revision, accepted, recordedAt });
  const counted = accepted ? await countIn(tx, { account, revision, before: locked.accepted }) : {};
  return { ...decision, summary: summaryOf(revision), ...counted };
};

/** What an accepted revision changes for the month it is of. */
export async function countIn(
  tx: Transaction,
  { account, revision, before }: { account: LockedAccount; revision: Revision; before: PeriodReading[] },
): Promise<Pick<Decision, 'superseded' | 'changes'>> {
  const { period, meterId } = revision;
  const stood = periodReadings(before).find((reading) => reading.period === period);
  if (stood && compareRevisions(stood, revision) > 0) return { superseded: true, changes: [] };
  const outranked = stood ? await outrank(tx, stood.submissionId) : [];
  return { superseded: false, changes: [...readingChanges(account, meterId), ...outranked] };
}

export const summaryOf = ({ period, index, meterId }: Revision): Decision['summary'] => ({
  period,
  index,
  meterId,
});

/** A reading that may not be decided here: its value is kept, so that a supervisor sees it and can let it count. */
export async function keepReading(
  tx: Transaction,
  arriving: Arriving,
  { account, findings }: { account: LockedAccount | null; findings: Finding[] },
): Promise<Decision> {
  const { submission, policies, receivedAt: recordedAt } = arriving;
  const meters = account ? await lockMeters(tx, account.id) : []; // rows before what the proof locks
  const unproven = account ? await checkReadingProof(tx, arriving, account) : [];
  const decision = decisionOf([...findings, ...unproven], submission);
  const revision = account && revisionOf(submission, policies, account.windowGroup);
  if (!revision || !meters.some(({ id }) => id === revision.meterId)) return decision;
  await saveRevision(tx, { submission, revision, accepted: false, recordedAt });
  return { ...decision, summary: summaryOf(revision) };
}
