import { eq } from 'drizzle-orm';
import type { Submission } from '../../shared/model/submission';
import type { Transaction } from '../db/connect';
import { accounts } from '../db/schema';

export type LockedAccount = typeof accounts.$inferSelect;

/** The account a submission is about: a reading names it, other kinds say on whose behalf they are made. */
function accountIdOf({ kind, payload, onBehalfOf }: Submission): string | null {
  const named = typeof payload.accountId === 'string' ? payload.accountId : null;
  return kind === 'reading' ? named : (onBehalfOf ?? named);
}

/**
 * Locks a submission's account, always before its meters: one order for all, so decisions wait for each other and never
 * in a circle. Null when it names none that we know.
 */
export async function lockAccount(tx: Transaction, submission: Submission): Promise<LockedAccount | null> {
  const id = accountIdOf(submission);
  if (id === null) return null;
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, id)).for('update');
  return account ?? null;
}
