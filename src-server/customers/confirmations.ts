import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Account } from '../../shared/model/account';
import type { Language } from '../../shared/model/primitives';
import type { Queryable, Transaction } from '../db/connect';
import { instantSql } from '../db/instant';
import type { accounts } from '../db/schema/accounts';
import { emailConfirmations } from '../db/schema/customers';
import { readTokenKey } from '../db/server-state';
import { newToken, secretHash } from '../devices/secrets';
import { confirmationMail } from '../mail/confirmation-mail';
import { queueMail } from '../mail/outbox';

const lastsMs = 7 * 24 * 60 * 60_000;

export interface Asked {
  account: Pick<typeof accounts.$inferSelect, 'id' | 'clientCode'>;
  email: string;
  language: Language;
  now: string;
}

/** Mails a one-time link to an address; only whoever reads its mail can then show that it is theirs. */
export async function askToConfirm(tx: Transaction, { account, email, language, now }: Asked): Promise<void> {
  const token = newToken();
  const endsAt = new Date(Date.parse(now) + lastsMs).toISOString();
  const tokenHash = secretHash(await readTokenKey(tx), token);
  const { id: accountId, clientCode } = account;
  await tx.insert(emailConfirmations).values({ tokenHash, accountId, email, madeAt: now, endsAt });
  const mail = confirmationMail({ clientCode, token, endsAt, language });
  await queueMail(tx, { ...mail, accountId, recipient: email, now });
}

/**
 * Links to addresses that nobody wants any more confirm nothing. One that is called off ends when it was made: that tells
 * it, without a clock, from one that nobody opened in time.
 */
export async function endConfirmations(tx: Transaction, accountId: string): Promise<void> {
  const { accountId: owner, usedAt, madeAt } = emailConfirmations;
  await tx
    .update(emailConfirmations)
    .set({ endsAt: sql`${madeAt}` })
    .where(and(eq(owner, accountId), isNull(usedAt)));
}

type Unconfirmed = Account['contact']['unconfirmed'];

/**
 * The address of an account that was asked for last and is neither confirmed nor called off, as JSON. It does not depend on
 * the time: what a device holds stays what the server would give it, until a change is recorded.
 */
export const unconfirmedOf = (accountId: SQL): SQL => sql`(
  select json_build_object('email', e.email, 'linkEndsAt', ${sql.raw(instantSql('e.ends_at'))})
  from email_confirmations e
  where e.account_id = ${accountId} and e.used_at is null and e.ends_at > e.made_at
  order by e.made_at desc, e.token_hash limit 1)`;

export async function readUnconfirmed(db: Queryable, accountId: string): Promise<Unconfirmed> {
  const { rows } = await db.execute<{ unconfirmed: Unconfirmed }>(
    sql`select ${unconfirmedOf(sql`${accountId}`)} as unconfirmed`,
  );
  return rows[0]?.unconfirmed ?? null;
}
