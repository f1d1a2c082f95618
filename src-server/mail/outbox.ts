import { randomUUID } from 'node:crypto';
import type { Transaction } from '../db/connect';
import { mailOutbox } from '../db/schema/mail';

/** A mail's text is written before anybody knows under which address the sending process is reached. */
export const publicUrlMark = '{{public-url}}';

export interface QueuedMail {
  accountId: string;
  recipient: string;
  subject: string;
  body: string; // plain text; `publicUrlMark` stands for the server's public address
  now: string;
}

/** Written with what it tells of, in one transaction: it leaves after the commit, or never was. */
export async function queueMail(tx: Transaction, { now, ...mail }: QueuedMail): Promise<void> {
  await tx.insert(mailOutbox).values({ ...mail, id: randomUUID(), madeAt: now, nextTryAt: now });
}
