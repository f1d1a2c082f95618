import { eq, sql } from 'drizzle-orm';
import type { DecisionTarget } from '../../shared/metering/decision-rules';
import { Submission } from '../../shared/model/submission';
import { Verdict } from '../../shared/model/verdict';
import type { Transaction } from '../db/connect';
import { meters } from '../db/schema/accounts';
import { submissions, verdicts } from '../db/schema/submissions';

/** A submission that somebody settles, with its verdict's row locked. */
export interface Target {
  submission: Submission;
  verdict: Omit<Verdict, 'settlement' | 'deviceName'>;
  receivedAt: string;
  registerDigits: number | null;
}

/**
 * Held from here to the commit by whoever decides a submission and by whoever settles it: of the two one is always
 * seen by the other, whichever comes first. Taken before any row is locked.
 */
export const settlingLock = (id: string | typeof submissions.id) =>
  sql<string>`pg_advisory_xact_lock(hashtextextended(${id}, 0))`;

export async function lockSettling(tx: Transaction, submissionId: string): Promise<void> {
  await tx.execute(sql`select ${settlingLock(submissionId)}`);
}

/** The account a submission we have is about, without a lock of its row; null when there is none. */
export async function accountIdOfTarget(tx: Transaction, submissionId: string): Promise<string | null> {
  const [row] = await tx
    .select({ accountId: verdicts.accountId })
    .from(verdicts)
    .where(eq(verdicts.submissionId, submissionId));
  return row?.accountId ?? null;
}

const StoredVerdict = Verdict.omit({ settlement: true, deviceName: true });

/** Its account and that account's meters are locked already. Null when it has not arrived. */
export async function lockTarget(tx: Transaction, submissionId: string): Promise<Target | null> {
  const [row] = await tx
    .select({ verdict: verdicts, content: submissions.content, receivedAt: submissions.receivedAt })
    .from(verdicts)
    .innerJoin(submissions, eq(submissions.id, verdicts.submissionId))
    .where(eq(verdicts.submissionId, submissionId))
    .for('update', { of: verdicts });
  if (!row) return null;
  const verdict = StoredVerdict.parse({ ...row.verdict, id: submissionId });
  return {
    submission: Submission.parse(row.content),
    verdict,
    receivedAt: row.receivedAt,
    registerDigits: verdict.summary ? await digitsOf(tx, verdict.summary.meterId) : null,
  };
}

async function digitsOf(tx: Transaction, meterId: string): Promise<number | null> {
  const [meter] = await tx.select({ digits: meters.digits }).from(meters).where(eq(meters.id, meterId));
  return meter?.digits ?? null;
}

export const decisionTarget = (
  { verdict, registerDigits }: Target,
  { settled }: { settled: boolean },
): DecisionTarget => ({ kind: verdict.kind, verdict, settled, registerDigits });
