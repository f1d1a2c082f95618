import { eq, sql } from 'drizzle-orm';
import { checkDecision, type SettlingAction } from '../../shared/metering/decision-rules';
import type { Finding } from '../../shared/metering/finding';
import type { Submission } from '../../shared/model/submission';
import type { Change } from '../changes/record-changes';
import type { Transaction } from '../db/connect';
import { audit } from '../db/schema/audit';
import { submissions, verdicts } from '../db/schema/submissions';
import { checkHeldForm, isEmptied } from './decide-form';
import { dropSealed } from './drop-sealed';
import { recount } from './recount';
import { verdictChanges } from './superseded';
import { decisionTarget, type Target } from './target';

/** A decision, or a correction sent instead of something, that wants to settle a submission we have. */
export interface Settler {
  submission: Pick<Submission, 'id' | 'capturedAt' | 'deviceId' | 'actor'>;
  action: SettlingAction;
  bySupervisor: boolean;
  inScope: boolean;
  now: string;
}

export interface Settlement {
  findings: Finding[]; // none: it settles
  changes: Change[];
}

/**
 * Settles a submission by one decision. Of several the one that was captured first stands, whatever the order in which
 * they arrive: whoever came later would have been told, had everybody been online. Of a form the one that arrived first
 * stands: with it went what the form asked for. The target's settling lock, account, meters and verdict are held.
 */
export async function settle(tx: Transaction, target: Target, by: Settler): Promise<Settlement> {
  const { action, bySupervisor, inScope } = by;
  const standing = await standingSettler(tx, target);
  const settled =
    standing !== null && (isEmptied(target.submission) || !comesBefore(by.submission, standing));
  const findings = checkDecision({
    action,
    bySupervisor,
    inScope,
    target: decisionTarget(standing ? asItWasOpen(target) : target, { settled }),
  });
  if (findings.length === 0 && action === 'accept') findings.push(...(await checkHeldForm(tx, target)));
  if (findings.length > 0) return { findings, changes: [] };
  const displaced = standing ? await displace(tx, standing) : [];
  return { findings, changes: [...displaced, ...(await carryOut(tx, target, by))] };
}

type Standing = Pick<Submission, 'id' | 'capturedAt' | 'kind'>;

async function standingSettler(tx: Transaction, { verdict }: Target): Promise<Standing | null> {
  if (verdict.settledBy === null) return null;
  const { id, capturedAt, kind } = submissions;
  const [row] = await tx.select({ id, capturedAt, kind }).from(submissions).where(eq(id, verdict.settledBy));
  return row ? { ...row, kind: row.kind as Submission['kind'] } : null;
}

type Moment = Pick<Submission, 'id' | 'capturedAt'>;

export const comesBefore = (a: Moment, b: Moment): boolean =>
  a.capturedAt === b.capturedAt ? a.id < b.id : a.capturedAt < b.capturedAt;

/** What was settled once was open: which of the open outcomes it had no longer matters. */
const asItWasOpen = (target: Target): Target => ({
  ...target,
  verdict: { ...target.verdict, outcome: 'held' },
});

/** A correction counts in any case, but does not settle what it was sent instead of. */
export const alsoFinding = (findings: readonly Finding[]) =>
  sql`${verdicts.findings} || ${JSON.stringify(findings)}::jsonb`;

/** An earlier decision has arrived: this one was too late. A correction's value goes on counting. */
async function displace(tx: Transaction, { id, kind }: Standing): Promise<Change[]> {
  const findings: Finding[] = [{ code: 'already-settled' }];
  const rows = await tx
    .update(verdicts)
    .set(kind === 'decision' ? { outcome: 'refused', findings } : { findings: alsoFinding(findings) })
    .where(eq(verdicts.submissionId, id))
    .returning({ id: verdicts.submissionId, deviceId: verdicts.deviceId, officeId: verdicts.officeId });
  return rows.flatMap(verdictChanges);
}

async function carryOut(tx: Transaction, target: Target, by: Settler): Promise<Change[]> {
  const { verdict } = target;
  const accepted = by.action === 'accept';
  const { id: settledBy, actor, deviceId } = by.submission;
  const ended = accepted ? {} : { waitsFor: null }; // a decision that was set aside settles nothing any more
  await tx
    .update(verdicts)
    .set({
      ...ended,
      outcome: accepted ? 'accepted' : 'refused',
      review: false,
      superseded: false,
      settledBy,
    })
    .where(eq(verdicts.submissionId, verdict.id));
  await tx.insert(audit).values({
    at: by.now,
    deviceId,
    actor: actor.kind === 'staff' ? actor.staffId : `device:${deviceId}`,
    action: `submission-${accepted ? 'accepted' : 'set-aside'}`,
    subject: verdict.id,
    detail: { by: settledBy },
  });
  const changes = await recount(tx, target, { accepted, now: by.now });
  await dropSealed(tx, target.submission);
  return [...verdictChanges(verdict), ...changes];
}
