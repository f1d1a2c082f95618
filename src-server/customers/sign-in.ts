import { desc, eq } from 'drizzle-orm';
import { Submission } from '../../shared/model/submission';
import type { CustomerSession, CustomerSignInRequest } from '../../shared/sync/customer';
import { type Change, recordChanges } from '../changes/record-changes';
import type { Db, Transaction } from '../db/connect';
import { audit } from '../db/schema/audit';
import { emailConfirmations } from '../db/schema/customers';
import { submissions } from '../db/schema/submissions';
import { inTransaction } from '../db/transaction';
import type { CallingDevice } from '../devices/calling-device';
import { HttpProblem } from '../http/problem';
import { languageOf } from '../mail/words';
import { askToConfirm } from './confirmations';
import { accountChanged } from './form';
import { type Login, loginsOpenedBy } from './logins';
import { profileOf } from './profile';
import { startSession } from './sessions';
import { beginTry, forgiveTries, type Try } from './tries';
import { typedEmail } from './typed';

/**
 * Opens every account of this device's offices that was registered with an address and a password.
 * @throws HttpProblem `wrong-credentials`, `too-fast`, `email-not-confirmed` (the link is mailed again, at most once an hour)
 */
export async function signInCustomer(
  db: Db,
  given: CustomerSignInRequest,
  { device, now }: { device: CallingDevice; now: string },
): Promise<CustomerSession[]> {
  const email = typedEmail(given.email);
  const tried: Try = { about: `email:${email}`, deviceId: device.id, now };
  await beginTry(db, tried);
  const officeIds = device.offices.map(({ id }) => id);
  const opened = await loginsOpenedBy(db, { email, officeIds }, given.password);
  if (opened.length === 0) throw new HttpProblem('wrong-credentials');
  const confirmed = opened.filter(({ emailConfirmedAt }) => emailConfirmedAt !== null);
  const sessions = await inTransaction(db, async (tx) => {
    await forgiveTries(tx, tried);
    const sessions = await startSessions(tx, confirmed, { deviceId: device.id, now });
    if (confirmed.length === 0) await askAllAgain(tx, opened, now);
    return sessions;
  });
  if (sessions.length === 0) throw new HttpProblem('email-not-confirmed');
  return sessions;
}

async function startSessions(
  tx: Transaction,
  logins: readonly Login[],
  { deviceId, now }: { deviceId: string; now: string },
): Promise<CustomerSession[]> {
  const sessions: CustomerSession[] = [];
  for (const { accountId } of logins) {
    const profile = await profileOf(tx, accountId, now);
    if (!profile) continue; // it was unregistered meanwhile
    const { token, endsAt } = await startSession(tx, { accountId, deviceId, now });
    const row = { at: now, deviceId, actor: `customer:${accountId}`, subject: accountId };
    await tx.insert(audit).values({ ...row, action: 'customer-signed-in' });
    sessions.push({ token, endsAt, profile });
  }
  return sessions;
}

const pauseMs = 60 * 60_000;

/** What is recorded is the last of the transaction. */
async function askAllAgain(tx: Transaction, logins: readonly Login[], now: string): Promise<void> {
  const changes: Change[] = [];
  for (const login of logins) {
    if (await askAgain(tx, login, now)) changes.push(...accountChanged({ ...login, id: login.accountId }));
  }
  await recordChanges(tx, changes);
}

/**
 * The link may be lost or too old. Somebody else's address is not filled with mail by it: the password was right.
 * @returns whether a link was sent
 */
async function askAgain(tx: Transaction, login: Login, now: string): Promise<boolean> {
  const { accountId: id, clientCode, email } = login;
  const { accountId: owner, madeAt } = emailConfirmations;
  const [latest] = await tx
    .select({ madeAt })
    .from(emailConfirmations)
    .where(eq(owner, id))
    .orderBy(desc(madeAt))
    .limit(1);
  if (latest && Date.parse(now) - Date.parse(latest.madeAt) < pauseMs) return false;
  await askToConfirm(tx, {
    account: { id, clientCode },
    email,
    language: await languageAskedIn(tx, login),
    now,
  });
  return true;
}

/** As the customer registered. */
async function languageAskedIn(tx: Transaction, { submissionId }: Login) {
  const { id, content } = submissions;
  const [row] = await tx
    .select({ content })
    .from(submissions)
    .where(eq(id, submissionId ?? ''));
  return languageOf(row ? Submission.parse(row.content).payload : {});
}
