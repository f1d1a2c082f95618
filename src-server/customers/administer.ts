import { eq } from 'drizzle-orm';
import { recordChanges } from '../changes/record-changes';
import type { Db } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { audit } from '../db/schema/audit';
import { customerLogins } from '../db/schema/customers';
import { inTransaction } from '../db/transaction';
import { endConfirmations } from './confirmations';
import { endLogin } from './end-login';
import { accountChanged } from './form';

export interface ShownCustomer {
  clientCode: string;
  holderName: string;
  officeId: string;
  login: { email: string; registeredAt: string; emailConfirmedAt: string | null } | null;
}

/** Null: there is no such client code. */
export async function showCustomer(db: Db, clientCode: string): Promise<ShownCustomer | null> {
  const { email, registeredAt, emailConfirmedAt } = customerLogins;
  const [row] = await db
    .select({ account: accounts, login: { email, registeredAt, emailConfirmedAt } })
    .from(accounts)
    .leftJoin(customerLogins, eq(customerLogins.accountId, accounts.id))
    .where(eq(accounts.clientCode, clientCode));
  if (!row) return null;
  const { holderName, officeId } = row.account;
  return { clientCode, holderName, officeId, login: row.login };
}

/**
 * Ends a registration, with whatever is signed in and every link on its way: its customer registers again, with a new
 * password. @returns whether there was one
 */
export async function unregister(
  db: Db,
  clientCode: string,
  { actor, now }: { actor: string; now: string },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const [account] = await tx
      .select()
      .from(accounts)
      .where(eq(accounts.clientCode, clientCode))
      .for('update');
    if (!account) return false;
    const { id } = account;
    const ended = await endLogin(tx, id, now);
    if (!ended) return false;
    await endConfirmations(tx, id);
    const detail = { submissionId: ended.login.submissionId };
    await tx.insert(audit).values({ at: now, actor, action: 'customer-unregistered', subject: id, detail });
    await recordChanges(tx, [...accountChanged(account), ...ended.changes]);
    return true;
  });
}
