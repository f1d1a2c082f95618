import type { Finding } from '../../shared/metering/finding';
import { revisionOf } from '../../shared/metering/own-readings';
import { periodReadings } from '../../shared/metering/period-reading';
import { checkReading } from '../../shared/metering/reading-rules';
import { policyAt } from '../../shared/metering/windows';
import type { PeriodReading } from '../../shared/model/account';
import type { Change } from '../changes/record-changes';
import { officeScope } from '../changes/scopes';
import type { Transaction } from '../db/connect';
import { readingRevisions } from '../db/schema';
import { type Arriving, type Decide, decisionOf } from './decision';
import type { LockedAccount } from './lock-account';
import { lockReadingFacts } from './reading-facts';

type Revision = PeriodReading & { meterId: string };

const largestStored = 2 ** 31 - 1;

/** An index: the device's own rules again, on facts from our tables, and what only the place of arrival knows. */
export const decideReading: Decide = async (tx, arriving, account) => {
  const { submission, policies } = arriving;
  const refused = (finding: Finding) => decisionOf([finding], submission);
  if (!account) return refused({ code: 'unknown-account' });
  const policy = policyAt(policies, submission.capturedAt);
  if (!policy) return refused({ code: 'window-closed', nextFrom: null, nextTo: null });
  const locked = await lockReadingFacts(tx, arriving, { account, policy });
  if (!locked) return refused({ code: 'unknown-meter' });

  const decision = decisionOf(checkReading(locked.facts), submission);
  const revision = revisionOf(submission, policies, account.windowGroup);
  if (!revision) return decision;
  const accepted = decision.outcome === 'accepted';
  await saveRevision(tx, arriving, { revision, accepted });
  const stands = accepted && standsAmong(locked.accepted, revision);
  return {
    ...decision,
    superseded: accepted && !stands,
    summary: { period: revision.period, index: revision.index, meterId: revision.meterId },
    changes: stands ? readingChanges(account, revision) : [],
  };
};

const standsAmong = (accepted: readonly PeriodReading[], revision: Revision): boolean =>
  periodReadings([...accepted, revision]).some(({ submissionId }) => submissionId === revision.submissionId);

const readingChanges = ({ id, officeId }: LockedAccount, { meterId }: Revision): Change[] => [
  { scope: officeScope(officeId), collection: 'accounts', documentId: id },
  { scope: officeScope(officeId), collection: 'readings', documentId: meterId },
];

/** Every value ever sent is kept; only accepted ones compete to stand. No register shows what a column cannot hold. */
async function saveRevision(
  tx: Transaction,
  { submission, receivedAt }: Arriving,
  { revision, accepted }: { revision: Revision; accepted: boolean },
): Promise<void> {
  if (revision.index > largestStored) return;
  const { submissionId, ...stored } = revision;
  await tx.insert(readingRevisions).values({
    ...stored,
    id: submissionId,
    submissionId,
    accepted,
    deviceId: submission.deviceId,
    staffId: submission.actor.kind === 'staff' ? submission.actor.staffId : null,
    recordedAt: receivedAt,
  });
}
