import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { policyAt } from '../../shared/metering/windows';
import type { PasswordChangeRequest } from '../../shared/sync/customer';
import type { Db, Transaction } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { audit } from '../db/schema/audit';
import { customerLogins, customerSessions } from '../db/schema/customers';
import { inTransaction } from '../db/transaction';
import { HttpProblem } from '../http/problem';
import { hashPassword } from '../people/passwords';
import { readPolicies } from '../policy/read-policies';
import { type Login, loginsOpenedBy } from './logins';
import { type CustomerSession, extendSession } from './sessions';
import { beginTry, forgiveTries, type Try } from './tries';

interface Asked {
  deviceId: string;
  now: string;
}

/**
 * Changes the password of every account that the old one opened with the same address, and ends whatever was signed in
 * elsewhere.
 * @returns until when this sign-in lasts, having been used
 * @throws HttpProblem `visit-over`, `wrong-credentials` (the old one), `too-fast`, `bad-request` (too short)
 */
export async function changePassword(
  db: Db,
  { token, oldPassword, newPassword }: PasswordChangeRequest,
  { deviceId, now }: Asked,
): Promise<string> {
  const session = await extendSession(db, { token, deviceId, now });
  if (!session) throw new HttpProblem('visit-over');
  await refuseShort(db, newPassword, now);
  const tried: Try = { about: `password:${session.accountId}`, deviceId, now };
  await beginTry(db, tried);
  const logins = await loginsThatChange(db, session, oldPassword);
  if (logins.length === 0) throw new HttpProblem('wrong-credentials');
  const passwordHash = await hashPassword(newPassword);
  await inTransaction(db, async (tx) => {
    await forgiveTries(tx, tried);
    await replacePasswords(tx, logins, { passwordHash, session, now });
  });
  return session.endsAt;
}

async function refuseShort(db: Db, password: string, now: string): Promise<void> {
  const least = policyAt(await readPolicies(db), now)?.passwordLength ?? 6;
  if ([...password].length >= least) return;
  throw new HttpProblem('bad-request', { detail: `The password needs at least ${least} characters.` });
}

/** None when the old password does not open the session's own account. */
async function loginsThatChange(db: Db, { accountId }: CustomerSession, password: string): Promise<Login[]> {
  const [own] = await db.select().from(customerLogins).where(eq(customerLogins.accountId, accountId));
  if (!own) throw new HttpProblem('visit-over');
  const opened = await loginsOpenedBy(db, { email: own.email.toLowerCase() }, password);
  return opened.some((login) => login.accountId === accountId) ? opened : [];
}

/** In the one order of everybody: a form that makes the login anew comes before or after, never in between. */
async function lockAccounts(tx: Transaction, logins: readonly Login[]): Promise<void> {
  const ids = logins.map(({ accountId }) => accountId);
  await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(inArray(accounts.id, ids))
    .orderBy(accounts.id)
    .for('update');
}

async function replacePasswords(
  tx: Transaction,
  logins: readonly Login[],
  { passwordHash, session, now }: { passwordHash: string; session: CustomerSession; now: string },
): Promise<void> {
  const { deviceId, startedAt } = session;
  await lockAccounts(tx, logins);
  for (const { accountId, passwordHash: old } of logins) {
    const { accountId: owner, passwordHash: hash } = customerLogins;
    const changed = await tx
      .update(customerLogins)
      .set({ passwordHash })
      .where(and(eq(owner, accountId), eq(hash, old)))
      .returning({ accountId: owner });
    if (changed.length === 0) throw new HttpProblem('visit-over'); // another login stands there by now
    const row = { at: now, deviceId, actor: `customer:${session.accountId}`, subject: accountId };
    await tx.insert(audit).values({ ...row, action: 'customer-password-changed' });
  }
  const ids = logins.map(({ accountId }) => accountId);
  const { accountId: owner, deviceId: at, startedAt: started, endedAt } = customerSessions;
  const elsewhere = or(ne(at, deviceId), ne(started, startedAt)); // this visit signed in once for all its accounts
  await tx
    .update(customerSessions)
    .set({ endedAt: now })
    .where(and(inArray(owner, ids), isNull(endedAt), elsewhere));
}
