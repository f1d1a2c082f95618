import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Queryable, Transaction } from '../db/connect';
import { customerSessions } from '../db/schema/customers';
import { readTokenKey } from '../db/server-state';
import { newToken, secretHash } from '../devices/secrets';

const lastsMs = 15 * 60_000;

/** How far a device's time may lie behind ours when it records something right after a sign-in, or ahead right before its end. */
const slack = { startMs: 2 * 60_000, endMs: 10_000 };

export type CustomerSession = typeof customerSessions.$inferSelect;

/** A customer who signed in, for minutes and at one device: the token is told once and known by its hash alone. */
export async function startSession(
  tx: Transaction,
  { accountId, deviceId, now }: { accountId: string; deviceId: string; now: string },
): Promise<{ token: string; endsAt: string }> {
  const token = newToken();
  const endsAt = new Date(Date.parse(now) + lastsMs).toISOString();
  const tokenHash = secretHash(await readTokenKey(tx), token);
  await tx.insert(customerSessions).values({ tokenHash, accountId, deviceId, startedAt: now, endsAt });
  return { token, endsAt };
}

/** The session of a token, whichever device it was given to; it may be over. */
async function sessionOf(db: Queryable, token: string): Promise<CustomerSession | null> {
  const hash = secretHash(await readTokenKey(db), token);
  const [session] = await db.select().from(customerSessions).where(eq(customerSessions.tokenHash, hash));
  return session ?? null;
}

/** The session by which somebody asks right now; null when it is over. */
export async function openSession(
  db: Queryable,
  { token, deviceId, now }: { token: string; deviceId: string; now: string },
): Promise<CustomerSession | null> {
  const session = await sessionOf(db, token);
  const isOpen = session?.deviceId === deviceId && session.endedAt === null && now < session.endsAt;
  return isOpen ? session : null;
}

/**
 * Whether a token shows that an account's customer stood at the device when something was recorded there. `unknown`: we
 * have no such session; a restore may have lost it.
 */
export async function sessionProves(
  db: Queryable,
  { token, deviceId, accountId, at }: { token: string; deviceId: string; accountId: string; at: string },
): Promise<'proven' | 'contradicted' | 'unknown'> {
  const session = await sessionOf(db, token);
  if (!session) return 'unknown';
  const atMs = Date.parse(at);
  const startMs = Date.parse(session.startedAt) - slack.startMs;
  const endMs =
    Math.min(Date.parse(session.endsAt), Date.parse(session.endedAt ?? session.endsAt)) + slack.endMs;
  const isTheirs = session.accountId === accountId && session.deviceId === deviceId;
  return isTheirs && startMs <= atMs && atMs <= endMs ? 'proven' : 'contradicted';
}

/** Signed out: what the tokens of this device proved so far stays proven. */
export async function endSessions(
  db: Queryable,
  { tokens, deviceId, now }: { tokens: readonly string[]; deviceId: string; now: string },
): Promise<void> {
  if (tokens.length === 0) return;
  const key = await readTokenKey(db);
  const hashes = tokens.map((token) => secretHash(key, token));
  const { tokenHash, deviceId: owner, endedAt } = customerSessions;
  await db
    .update(customerSessions)
    .set({ endedAt: now })
    .where(and(inArray(tokenHash, hashes), eq(owner, deviceId), isNull(endedAt)));
}
