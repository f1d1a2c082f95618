import type { Revision } from '../../shared/metering/own-readings';
import type { Submission } from '../../shared/model/submission';
import type { Change } from '../changes/record-changes';
import { officeScope } from '../changes/scopes';
import type { Transaction } from '../db/connect';
import { readingRevisions } from '../db/schema/readings';
import type { LockedAccount } from './lock-account';

const largestStored = 2 ** 31 - 1;

export interface SavedRevision {
  submission: Pick<Submission, 'deviceId' | 'actor'>;
  revision: Revision;
  accepted: boolean;
  recordedAt: string;
}

/**
 * Every value ever sent is kept; only accepted ones compete to stand, and a decision changes nothing else of one. No
 * register shows what a column cannot hold.
 */
export async function saveRevision(
  tx: Transaction,
  { submission, revision, accepted, recordedAt }: SavedRevision,
): Promise<void> {
  if (revision.index > largestStored) return;
  const { submissionId, ...stored } = revision;
  const { actor, deviceId } = submission;
  await tx
    .insert(readingRevisions)
    .values({
      ...stored,
      id: submissionId,
      submissionId,
      accepted,
      deviceId,
      staffId: actor.kind === 'staff' ? actor.staffId : null,
      recordedAt,
    })
    .onConflictDoUpdate({ target: readingRevisions.id, set: { accepted } });
}

/** The documents that show a meter's readings. */
export const readingChanges = (
  { id, officeId }: Pick<LockedAccount, 'id' | 'officeId'>,
  meterId: string,
): Change[] => [
  { scope: officeScope(officeId), collection: 'accounts', documentId: id },
  { scope: officeScope(officeId), collection: 'readings', documentId: meterId },
];
