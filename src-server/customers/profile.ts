import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { CustomerProfile } from '../../shared/sync/customer';
import type { Queryable } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { customerLogins, emailConfirmations } from '../db/schema/customers';

/** A customer's own data, for their own eyes; null when the account has no login any more. */
export async function profileOf(
  db: Queryable,
  accountId: string,
  now: string,
): Promise<CustomerProfile | null> {
  const [row] = await db
    .select({ account: accounts, login: customerLogins })
    .from(accounts)
    .innerJoin(customerLogins, eq(customerLogins.accountId, accounts.id))
    .where(eq(accounts.id, accountId));
  if (!row) return null;
  const { clientCode, holderName, serviceAddress, locality, phone, email, invoiceByEmail } = row.account;
  return {
    accountId,
    clientCode,
    holderName,
    serviceAddress,
    locality,
    phone,
    email,
    loginEmail: row.login.email,
    unconfirmedEmail: await unconfirmedOf(db, accountId, now),
    invoiceByEmail,
  };
}

async function unconfirmedOf(db: Queryable, accountId: string, now: string): Promise<string | null> {
  const { accountId: owner, usedAt, endsAt, madeAt, email } = emailConfirmations;
  const [latest] = await db
    .select({ email })
    .from(emailConfirmations)
    .where(and(eq(owner, accountId), isNull(usedAt), gt(endsAt, now)))
    .orderBy(desc(madeAt))
    .limit(1);
  return latest?.email ?? null;
}
