import { sql } from 'drizzle-orm';
import { deviceTriesFactor } from '../../shared/customer/wrong-tries';
import { policyAt } from '../../shared/metering/windows';
import type { Db, Transaction } from '../db/connect';
import { audit } from '../db/schema';
import { inTransaction } from '../db/transaction';
import { HttpProblem } from '../http/problem';
import { readPolicies } from '../policy/read-policies';

/*
 * Tries to show that an account is one's own, counted by what was tried (a client code, an e-mail address, known or not)
 * and by the device. They are counted in the database: a short code must not get its tries once more from each server
 * process, or after each restart. The audit holds them in any case. A device takes more of them than what was tried, by the
 * same factor as it allows by itself.
 *
 * What was tried is forgiven by the right answer. A device is forgiven only what was then answered right there: whoever
 * guesses other people's codes in between their own gains nothing.
 */
export interface Try {
  about: `${'codes' | 'email' | 'password'}:${string}`;
  deviceId: string;
  now: string;
}

const freeTries = 2;
const firstDelayMs = 2_000;
/** Until then each further wrong try locks again. */
const rememberedMs = 24 * 60 * 60_000;

const action = { tried: 'customer-tried', known: 'customer-known' } as const;

/**
 * To be called before the answer is looked for: tries that are sent together all count.
 * @throws HttpProblem `too-fast` with how long to wait; such a try counts for nothing
 */
export async function beginTry(db: Db, tried: Try): Promise<void> {
  const { deviceId, now } = tried;
  const at = subjectsOf(tried);
  await inTransaction(db, async (tx) => {
    for (const subject of Object.values(at).toSorted())
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`);
    const retryAfterMs = await waitOf(tx, tried);
    if (retryAfterMs > 0) throw new HttpProblem('too-fast', { retryAfterMs });
    const row = { at: now, deviceId, actor: `device:${deviceId}`, action: action.tried };
    await tx.insert(audit).values([
      { ...row, subject: at.about },
      { ...row, subject: at.device, detail: { about: at.about } },
    ]);
  });
}

/** It was right. */
export async function forgiveTries(tx: Transaction, tried: Try): Promise<void> {
  const { deviceId, now } = tried;
  const subject = subjectsOf(tried).about;
  await tx
    .insert(audit)
    .values({ at: now, deviceId, actor: `device:${deviceId}`, action: action.known, subject });
}

const subjectsOf = ({ about, deviceId }: Try) => ({
  about: `try:${about}`,
  device: `try:device:${deviceId}`,
});

interface Wrong {
  wrong: number;
  lastAt: Date | null;
}

async function waitOf(tx: Transaction, tried: Try): Promise<number> {
  const policy = policyAt(await readPolicies(tx), tried.now);
  const tries = policy?.customerTries ?? 5;
  const lockMs = (policy?.customerLockMinutes ?? 15) * 60_000;
  const [about, device] = [await wrongAbout(tx, tried), await wrongAt(tx, tried, lockMs)];
  const waitMs = (wrong: Wrong, ms: number): number =>
    wrong.lastAt === null ? 0 : wrong.lastAt.getTime() + ms - Date.parse(tried.now);
  return Math.max(
    0,
    waitMs(about, about.wrong >= tries ? lockMs : delayMs(about.wrong)),
    waitMs(device, device.wrong >= tries * deviceTriesFactor ? lockMs : 0),
  );
}

const delayMs = (wrong: number): number =>
  wrong <= freeTries ? 0 : firstDelayMs * 2 ** (wrong - freeTries - 1);

const before = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

async function wrongAbout(tx: Transaction, tried: Try): Promise<Wrong> {
  const { about } = subjectsOf(tried);
  const { rows } = await tx.execute<Wrong & Record<string, unknown>>(sql`
    select count(*)::int as wrong, max(at) as "lastAt" from audit
    where subject = ${about} and action = ${action.tried} and at > ${before(tried.now, rememberedMs)}
      and id > coalesce((select max(id) from audit where subject = ${about} and action = ${action.known}), 0)`);
  return asWrong(rows);
}

async function wrongAt(tx: Transaction, tried: Try, lockMs: number): Promise<Wrong> {
  const { rows } = await tx.execute<Wrong & Record<string, unknown>>(sql`
    select count(*)::int as wrong, max(at) as "lastAt" from audit t
    where subject = ${subjectsOf(tried).device} and action = ${action.tried} and at > ${before(tried.now, lockMs)}
      and not exists (select from audit k where k.subject = t.detail ->> 'about' and k.action = ${action.known}
                      and k.device_id = t.device_id and k.id > t.id)`);
  return asWrong(rows);
}

const asWrong = ([row]: Wrong[]): Wrong => ({
  wrong: row?.wrong ?? 0,
  lastAt: row?.lastAt ? new Date(row.lastAt) : null,
});
