import { decisionOutcome, type Settling, settlingOf } from '../../shared/metering/decision-rules';
import type { Finding } from '../../shared/metering/finding';
import type { Submission } from '../../shared/model/submission';
import type { Transaction } from '../db/connect';
import type { Arriving, Decide, Decision } from './decision';
import { decisionOf } from './decision';
import type { LockedAccount } from './lock-account';
import { lockMeters } from './reading-facts';
import { type Settlement, settle } from './settle';
import { lockTarget, type Target } from './target';
import { supervisorThere } from './who-may';

/** A supervisor settles a submission: see `checkDecision` for what stands against it. */
export const decideDecision: Decide = async (tx, arriving, account) => {
  const settling = settlingIn(arriving.submission);
  const supervisor = await supervisorThere(tx, arriving);
  if (!supervisor) return refusedFor(arriving, { code: 'actor-not-allowed' });
  if (supervisor === 'not-signed-in') return decisionOf([{ code: 'actor-not-allowed' }], arriving.submission);
  if (account) await lockMeters(tx, account.id);
  const { findings, changes, waitsFor } = await settleWith(tx, arriving, { settling, account });
  const outcome = decisionOutcome(findings, settling.action);
  return { ...decisionOf(findings, arriving.submission), outcome, review: false, changes, waitsFor };
};

/** What it is about stays open, and whoever may settles it. */
export const refusedFor = ({ submission }: Arriving, finding: Finding): Decision => ({
  ...decisionOf([finding], submission),
  outcome: 'refused',
});

function settlingIn(submission: Submission): Settling {
  const settling = settlingOf(submission);
  if (!settling) throw new Error(`Submission ${submission.id} settles nothing.`);
  return settling;
}

export interface Settled extends Settlement {
  waitsFor: string | null;
}

/** A supervisor's settling of what we may not have yet: then it waits for that. */
export async function settleWith(
  tx: Transaction,
  { submission, device, receivedAt: now }: Arriving,
  { settling, account }: { settling: Settling; account: LockedAccount | null },
): Promise<Settled> {
  const { submissionId, action } = settling;
  const target = await lockTarget(tx, submissionId);
  if (!target) return { findings: [{ code: 'unknown-submission' }], changes: [], waitsFor: submissionId };
  const officeIds = device.offices.map(({ id }) => id);
  const accountId = account?.id ?? null;
  if (isElsewhere(target, accountId))
    return { findings: [{ code: 'not-decidable' }], changes: [], waitsFor: null };
  const inScope = isInScope(target, { deviceId: device.id, officeIds });
  const settlement = await settle(tx, target, { submission, action, bySupervisor: true, inScope, now });
  return { ...settlement, waitsFor: null };
}

/** A correction settles nothing of another account: that account is not locked. */
export const isElsewhere = ({ verdict }: Target, accountId: string | null): boolean =>
  verdict.accountId !== accountId;

export const isInScope = (
  { verdict }: Target,
  { deviceId, officeIds }: { deviceId: string; officeIds: readonly string[] },
): boolean => verdict.deviceId === deviceId || officeIds.includes(verdict.officeId);
