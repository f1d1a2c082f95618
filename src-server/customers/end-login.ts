import { and, eq, isNull } from 'drizzle-orm';
import type { Change } from '../changes/record-changes';
import type { Transaction } from '../db/connect';
import { customerLogins, customerSessions } from '../db/schema/customers';
import { outrank } from '../decide/superseded';

export type Login = typeof customerLogins.$inferSelect;

interface EndedLogin {
  login: Login;
  /** The registration that made it: it was accepted and stands no more, so no device waits for the account to show it. */
  changes: Change[];
}

/** Ends an account's login with whatever is signed in; a link on its way stays. @returns null when it had none */
export async function endLogin(tx: Transaction, accountId: string, now: string): Promise<EndedLogin | null> {
  const [login] = await tx.delete(customerLogins).where(eq(customerLogins.accountId, accountId)).returning();
  if (!login) return null;
  await tx
    .update(customerSessions)
    .set({ endedAt: now })
    .where(and(eq(customerSessions.accountId, accountId), isNull(customerSessions.endedAt)));
  return { login, changes: login.submissionId ? await outrank(tx, login.submissionId) : [] };
}
