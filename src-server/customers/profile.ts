import { eq } from 'drizzle-orm';
import { awaitedEmail } from '../../shared/customer/awaited-email';
import type { CustomerProfile } from '../../shared/sync/customer';
import type { Queryable } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { customerLogins } from '../db/schema/customers';
import { readUnconfirmed } from './confirmations';

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
    unconfirmedEmail: awaitedEmail(await readUnconfirmed(db, accountId), now),
    invoiceByEmail,
  };
}
