import { and, eq, gt, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { mailOutbox } from '../db/schema/mail';
import { publicUrlMark } from './outbox';
import type { MailTransport } from './transport';

export interface Sending {
  transport: MailTransport;
  from: string;
  publicUrl: string; // without a slash at its end
}

/** How long a process has for one letter before another takes it up: longer than any transport waits. */
const leaseMs = 2 * 60_000;
const longestPauseMs = 6 * 60 * 60_000;
const givenUpAfterMs = 7 * 24 * 60 * 60_000; // then its link is too old as well

/** Minutes at first, hours at last. */
const pauseMs = (tries: number): number => Math.min(longestPauseMs, 60_000 * 2 ** (tries - 1));

const after = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

/** What has not left: waits for its next try, or was given up. */
export const notSent: SQL = isNull(mailOutbox.sentAt);
export const isGivenUp = ({ madeAt }: { madeAt: string }, now: string): boolean =>
  madeAt <= after(now, -givenUpAfterMs);

type Row = typeof mailOutbox.$inferSelect;

/**
 * Sends a letter whose time has come. Any number of processes take different ones: each is leased to one of them, and no
 * transaction stays open while it is on its way. A process that dies then leaves it to be sent once more.
 * @returns whether there was one
 */
export async function sendOneDue(db: Db, sending: Sending, now: () => string): Promise<boolean> {
  const row = await lease(db, now());
  if (!row) return false;
  try {
    await sending.transport.send(letterOf(row, sending));
  } catch (error) {
    await keep(db, row, { error, now: now() });
    return true;
  }
  // The text goes: it may hold a one-time link, and whoever got it has it.
  await db
    .update(mailOutbox)
    .set({ sentAt: now(), body: '', lastError: null })
    .where(eq(mailOutbox.id, row.id));
  return true;
}

async function lease(db: Db, now: string): Promise<Row | undefined> {
  const { id, tries, nextTryAt, madeAt } = mailOutbox;
  const due = db
    .select({ id })
    .from(mailOutbox)
    .where(and(notSent, lte(nextTryAt, now), gt(madeAt, after(now, -givenUpAfterMs))))
    .orderBy(nextTryAt)
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(mailOutbox)
    .set({ tries: sql`${tries} + 1`, nextTryAt: after(now, leaseMs) })
    .where(eq(id, due))
    .returning();
  return row;
}

const letterOf = ({ id, recipient: to, subject, body, madeAt }: Row, { from, publicUrl }: Sending) => ({
  id,
  from,
  to,
  subject,
  text: body.replaceAll(publicUrlMark, publicUrl),
  madeAt,
});

const mostSaid = 500; // characters of what the other side answered

async function keep(
  db: Db,
  { id, tries }: Row,
  { error, now }: { error: unknown; now: string },
): Promise<void> {
  const said = error instanceof Error ? error.message : String(error);
  await db
    .update(mailOutbox)
    .set({ nextTryAt: after(now, pauseMs(tries)), lastError: said.replaceAll('\0', '').slice(0, mostSaid) })
    .where(eq(mailOutbox.id, id));
}
