import { asc } from 'drizzle-orm';
import type { Queryable } from '../db/connect';
import { mailOutbox } from '../db/schema/mail';
import { isGivenUp, notSent } from './send-due';

const mostListed = 200;

/** Mail that has not left, oldest first; never its text, which may hold a one-time link. */
export async function listUnsent(db: Queryable, now: string) {
  const { recipient, subject, madeAt, tries, nextTryAt, lastError } = mailOutbox;
  const rows = await db
    .select({ recipient, subject, madeAt, tries, nextTryAt, lastError })
    .from(mailOutbox)
    .where(notSent)
    .orderBy(asc(madeAt))
    .limit(mostListed);
  return rows.map((row) => ({ ...row, givenUp: isGivenUp(row, now) }));
}
