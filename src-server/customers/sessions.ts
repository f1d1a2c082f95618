import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '../db/connect';
import { customerSessions } from '../db/schema/customers';
import { readTokenKey } from '../db/server-state';
import { newToken, secretHash } from '../devices/secrets';

/**
 * A sign-in lasts for so long after its last use, and in all. Each use makes it longer, so that nobody who is slow is put
 * out (EN 301 549, WCAG 2.2.1: a limit can be extended ten times at least); the whole bounds what a token that got away is
 * good for.
 */
const lasts = { afterUseMs: 15 * 60_000, inAllMs: 3 * 60 * 60_000 };

/** How far a device's time may lie behind ours when it records something right after a sign-in, or ahead right before its end. */
const slack = { startMs: 2 * 60_000, endMs: 10_000 };

export type CustomerSession = typeof customerSessions.$inferSelect;

/** A customer who signed in, for minutes and at one device: the token is told once and known by its hash alone. */
export async function startSession(
  tx: Transaction,
  { accountId, deviceId, now }: { accountId: string; deviceId: string; now: string },
): Promise<{ token: string; endsAt: string }> {
  const token = newToken();
  const endsAt = new Date(Date.parse(now) + lasts.afterUseMs).toISOString();
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

interface TokensUsed {
  tokens: readonly string[];
  deviceId: string;
  now: string;
}

/** The sessions by which somebody asks right now; each lasts longer by this use of it. Those that are over are left out. */
export async function extendSessions(
  db: Queryable,
  { tokens, deviceId, now }: TokensUsed,
): Promise<CustomerSession[]> {
  const { tokenHash, deviceId: owner, startedAt, endsAt, endedAt } = customerSessions;
  const afterUse = new Date(Date.parse(now) + lasts.afterUseMs).toISOString();
  const inAll = sql`${startedAt} + ${lasts.inAllMs} * interval '1 millisecond'`;
  return db
    .update(customerSessions)
    .set({ endsAt: sql`greatest(${endsAt}, least(${afterUse}::timestamptz, ${inAll}))` })
    .where(
      and(
        inArray(tokenHash, await hashesOf(db, tokens)),
        eq(owner, deviceId),
        isNull(endedAt),
        gt(endsAt, now),
      ),
    )
    .returning();
}

/** One of them; null when it is over. */
export async function extendSession(
  db: Queryable,
  { token, ...used }: Omit<TokensUsed, 'tokens'> & { token: string },
): Promise<CustomerSession | null> {
  const [session] = await extendSessions(db, { ...used, tokens: [token] });
  return session ?? null;
}

async function hashesOf(db: Queryable, tokens: readonly string[]): Promise<string[]> {
  const key = await readTokenKey(db);
  return tokens.map((token) => secretHash(key, token));
}

/**
 * Whether a token shows that an account's customer stood at the device when something was recorded there. `unknown`: we
 * have no such session, or none that was still used then; a restore may have lost the one or the other.
 */
export async function sessionProves(
  db: Queryable,
  { token, deviceId, accountId, at }: { token: string; deviceId: string; accountId: string; at: string },
): Promise<'proven' | 'contradicted' | 'unknown'> {
  const session = await sessionOf(db, token);
  if (!session) return 'unknown';
  const isTheirs = session.accountId === accountId && session.deviceId === deviceId;
  const atMs = Date.parse(at);
  if (!isTheirs || atMs < Date.parse(session.startedAt) - slack.startMs) return 'contradicted';
  const { knownMs, mostMs } = endOf(session);
  if (atMs <= knownMs + slack.endMs) return 'proven';
  return atMs <= mostMs + slack.endMs ? 'unknown' : 'contradicted';
}

/** When a session ends as far as we know, and how long uses that a restore has lost could have kept it. */
function endOf({ startedAt, endsAt, endedAt }: CustomerSession): { knownMs: number; mostMs: number } {
  const knownMs = Math.min(Date.parse(endsAt), Date.parse(endedAt ?? endsAt));
  return { knownMs, mostMs: endedAt === null ? Date.parse(startedAt) + lasts.inAllMs : knownMs };
}

/** Signed out: what the tokens of this device proved so far stays proven. */
export async function endSessions(db: Queryable, { tokens, deviceId, now }: TokensUsed): Promise<void> {
  if (tokens.length === 0) return;
  const hashes = await hashesOf(db, tokens);
  const { tokenHash, deviceId: owner, endedAt } = customerSessions;
  await db
    .update(customerSessions)
    .set({ endedAt: now })
    .where(and(inArray(tokenHash, hashes), eq(owner, deviceId), isNull(endedAt)));
}
