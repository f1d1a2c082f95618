import { eq } from 'drizzle-orm';
import { settlingOf } from '../../shared/metering/decision-rules';
import type { Submission } from '../../shared/model/submission';
import type { Transaction } from '../db/connect';
import { accounts } from '../db/schema';
import { accountIdOfTarget } from './target';

export type LockedAccount = typeof accounts.$inferSelect;

/**
 * The account a submission is about: an index names it, a decision is about that of what it settles, other kinds say on
 * whose behalf they are made.
 */
async function accountIdOf(tx: Transaction, submission: Submission): Promise<string | null> {
  const { kind, payload, onBehalfOf } = submission;
  if (kind === 'decision') return accountIdOfTarget(tx, settlingOf(submission)?.submissionId ?? '');
  const named = typeof payload.accountId === 'string' ? payload.accountId : null;
  return kind === 'reading' || kind === 'reading-correction' ? named : (onBehalfOf ?? named);
}

/**
 * Locks a submission's account, always before its meters: one order for all, so decisions wait for each other and never
 * in a circle. Null when it names none that we know.
 */
export async function lockAccount(tx: Transaction, submission: Submission): Promise<LockedAccount | null> {
  const id = await accountIdOf(tx, submission);
  if (id === null) return null;
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, id)).for('update');
  return account ?? null;
}
