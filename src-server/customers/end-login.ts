import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../db/connect';
import { customerLogins, customerSessions } from '../db/schema/customers';
import { endConfirmations } from './confirmations';

export type Login = typeof customerLogins.$inferSelect;

/** Ends an account's login with whatever is signed in and every link on its way. @returns null when it had none */
export async function endLogin(tx: Transaction, accountId: string, now: string): Promise<Login | null> {
  const [ended] = await tx.delete(customerLogins).where(eq(customerLogins.accountId, accountId)).returning();
  if (!ended) return null;
  await tx
    .update(customerSessions)
    .set({ endedAt: now })
    .where(and(eq(customerSessions.accountId, accountId), isNull(customerSessions.endedAt)));
  await endConfirmations(tx, accountId, now);
  return ended;
}
