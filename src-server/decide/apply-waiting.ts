import { eq } from 'drizzle-orm';
import { type Settling, settlingOf } from '../../shared/metering/decision-rules';
import { Submission } from '../../shared/model/submission';
import type { Change } from '../changes/record-changes';
import type { Transaction } from '../db/connect';
import { deviceOffices } from '../db/schema/devices';
import { submissions, verdicts } from '../db/schema/submissions';
import { isElsewhere, isInScope } from './decide-decision';
import { alsoFinding, comesBefore, type Settlement, settle } from './settle';
import { verdictChanges } from './superseded';
import { lockTarget, type Target } from './target';

type WaitingRow = { verdict: typeof verdicts.$inferSelect; submission: Submission; settling: Settling };

/**
 * Applies the decisions and corrections that arrived before the submission they settle: after a restore devices offer
 * everything again in any order. The same outcome as if they had come after it. The submission's verdict is stored and
 * its settling lock held.
 */
export async function applyWaiting(tx: Transaction, submissionId: string, now: string): Promise<Change[]> {
  const waiting = await waitingFor(tx, submissionId);
  const changes: Change[] = [];
  for (const row of waiting) {
    const target = await lockTarget(tx, submissionId); // again: the one before may have settled it
    if (!target) throw new Error(`Submission ${submissionId} has no verdict.`);
    const settlement = await settleBy(tx, { row, target, now });
    changes.push(...settlement.changes, ...(await answer(tx, row, { target, settlement })));
  }
  return changes;
}

/** As they were captured: the first of them that may settles. */
async function waitingFor(tx: Transaction, submissionId: string): Promise<WaitingRow[]> {
  const rows = await tx
    .select({ verdict: verdicts, content: submissions.content })
    .from(verdicts)
    .innerJoin(submissions, eq(submissions.id, verdicts.submissionId))
    .where(eq(verdicts.waitsFor, submissionId))
    .for('update', { of: verdicts });
  return rows
    .flatMap(({ verdict, content }) => {
      const submission = Submission.parse(content);
      const settling = settlingOf(submission);
      return settling ? [{ verdict, submission, settling }] : [];
    })
    .toSorted((a, b) => (comesBefore(a.submission, b.submission) ? -1 : 1));
}

async function settleBy(
  tx: Transaction,
  { row, target, now }: { row: WaitingRow; target: Target; now: string },
): Promise<Settlement> {
  const { submission, settling, verdict } = row;
  if (settling.corrected && isElsewhere(target, verdict.accountId))
    return { findings: [{ code: 'not-decidable' }], changes: [] };
  const offices = await tx
    .select({ officeId: deviceOffices.officeId })
    .from(deviceOffices)
    .where(eq(deviceOffices.deviceId, submission.deviceId));
  const officeIds = offices.map(({ officeId }) => officeId);
  const inScope = isInScope(target, { deviceId: submission.deviceId, officeIds });
  const { action } = settling;
  return settle(tx, target, { submission, action, bySupervisor: true, inScope, now }); // judged when it arrived
}

/** It waits no longer, and says what became of it. A correction's own value has counted since it arrived. */
async function answer(
  tx: Transaction,
  { verdict: before, settling }: WaitingRow,
  { target, settlement: { findings } }: { target: Target; settlement: Settlement },
): Promise<Change[]> {
  const { accountId } = target.verdict;
  const officeId = accountId === null ? before.officeId : target.verdict.officeId;
  const outcome = findings.length === 0 ? 'accepted' : 'refused';
  const told = settling.corrected
    ? { findings: alsoFinding(findings) }
    : { outcome, findings, accountId, officeId };
  await tx
    .update(verdicts)
    .set({ ...told, waitsFor: null })
    .where(eq(verdicts.submissionId, before.submissionId));
  const { submissionId: id, deviceId } = before;
  if (settling.corrected) return verdictChanges({ id, deviceId, officeId: before.officeId });
  return [before.officeId, officeId].flatMap((office) => verdictChanges({ id, deviceId, officeId: office }));
}
