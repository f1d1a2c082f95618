import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { recordChanges } from '../changes/record-changes';
import type { Db, Transaction } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { audit } from '../db/schema/audit';
import { customerLogins, emailConfirmations } from '../db/schema/customers';
import { readTokenKey } from '../db/server-state';
import { inTransaction } from '../db/transaction';
import { secretHash } from '../devices/secrets';
import { endConfirmations } from './confirmations';
import { accountChanged } from './form';

/** `called-off`: another address was asked for since, or the login is no more. */
export type LinkState =
  | { state: 'open'; email: string }
  | { state: 'used' | 'called-off' | 'expired' | 'unknown' };

type Confirmation = typeof emailConfirmations.$inferSelect;

const stateOf = (row: Confirmation | undefined, now: string): LinkState => {
  if (!row) return { state: 'unknown' };
  if (row.usedAt !== null) return { state: 'used' };
  if (row.endsAt <= row.madeAt) return { state: 'called-off' };
  return row.endsAt <= now ? { state: 'expired' } : { state: 'open', email: row.email };
};

async function confirmationOf(db: Db | Transaction, token: string): Promise<Confirmation | undefined> {
  const hash = secretHash(await readTokenKey(db), token);
  const [row] = await db.select().from(emailConfirmations).where(eq(emailConfirmations.tokenHash, hash));
  return row;
}

/** What a link is good for; looking at it changes nothing, because mail scanners open links. */
export const lookAtLink = async (db: Db, token: string, now: string): Promise<LinkState> =>
  stateOf(await confirmationOf(db, token), now);

/**
 * The address is its reader's: from now on the account's invoices and its login go by it.
 * @returns what the link was; `open` when it has just confirmed
 */
export async function confirmEmail(db: Db, token: string, now: string): Promise<LinkState> {
  return inTransaction(db, async (tx) => {
    const known = await confirmationOf(tx, token);
    if (!known) return { state: 'unknown' };
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, known.accountId)).for('update');
    const row = await confirmationOf(tx, token); // again: only now nobody else can use it
    const link = stateOf(row, now);
    if (!account || !row || link.state !== 'open') return link;
    await use(tx, row, now);
    await recordChanges(tx, accountChanged(account));
    return link;
  });
}

async function use(
  tx: Transaction,
  { tokenHash, accountId, email }: Confirmation,
  now: string,
): Promise<void> {
  const sameAddress = and(eq(emailConfirmations.accountId, accountId), eq(emailConfirmations.email, email));
  const open = and(sameAddress, isNull(emailConfirmations.usedAt), gt(emailConfirmations.endsAt, now));
  await tx
    .update(emailConfirmations)
    .set({ usedAt: now })
    .where(or(eq(emailConfirmations.tokenHash, tokenHash), open)); // another link to it has nothing left to do
  await endConfirmations(tx, accountId);
  await tx.update(accounts).set({ email }).where(eq(accounts.id, accountId));
  await tx
    .update(customerLogins)
    .set({ email, emailConfirmedAt: now })
    .where(eq(customerLogins.accountId, accountId));
  await tx
    .insert(audit)
    .values({ at: now, actor: `customer:${accountId}`, action: 'email-confirmed', subject: accountId });
}
