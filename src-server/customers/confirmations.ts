import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Language } from '../../shared/model/primitives';
import type { Transaction } from '../db/connect';
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

/** Links to addresses that nobody wants any more confirm nothing. */
export async function endConfirmations(tx: Transaction, accountId: string, now: string): Promise<void> {
  const { accountId: owner, usedAt, endsAt } = emailConfirmations;
  await tx
    .update(emailConfirmations)
    .set({ endsAt: now })
    .where(and(eq(owner, accountId), isNull(usedAt), gt(endsAt, now)));
}
