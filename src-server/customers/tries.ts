import { sql } from 'drizzle-orm';
import { deviceTriesFactor } from '../../shared/customer/wrong-tries';
import { policyAt } from '../../shared/metering/windows';
import type { Db, Transaction } from '../db/connect';
import { audit } from '../db/schema/audit';
import { readTokenKey } from '../db/server-state';
import { inTransaction } from '../db/transaction';
import { secretHash } from '../devices/secrets';
import { HttpProblem } from '../http/problem';
import { readPolicies } from '../policy/read-policies';

/*
 * Tries to show that an account is one's own, counted by what was tried (a client code, an e-mail address, known or not)
 * and by the device. They are counted in the database: a short code must not get its tries once more from each server
 * process, or after each restart. The audit holds them in any case, and what was typed by a keyed hash alone: it may be
 * anybody's address, or a password in the wrong field. A device takes more of them than what was tried, by the
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
  await inTransaction(db, async (tx) => {
    const subjects = await subjectsOf(tx, tried);
    await lockSubjects(tx, subjects);
    const retryAfterMs = await waitOf(tx, subjects, tried.now);
    if (retryAfterMs > 0) throw new HttpProblem('too-fast', { retryAfterMs });
    await countTry(tx, subjects, tried);
  });
}

/**
 * A code that came in a submission, in the transaction that decides it. Where too many wrong ones were tried nobody is
 * told whether this one is right; a wrong one counts. Many arrive at once after an outage, so none has to wait for the one
 * before. Its locks come after those of rows, and nothing but change counters after them.
 */
export async function judgeTry(
  tx: Transaction,
  tried: Try,
  isRight: boolean,
): Promise<'right' | 'wrong' | 'locked'> {
  const subjects = await subjectsOf(tx, tried);
  await lockSubjects(tx, subjects);
  const { about, device } = await standOf(tx, subjects, tried.now);
  if (about.lockedMs > 0 || device.lockedMs > 0) return 'locked';
  if (!isRight) await countTry(tx, subjects, tried);
  return isRight ? 'right' : 'wrong';
}

/** It was right. */
export async function forgiveTries(tx: Transaction, tried: Try): Promise<void> {
  const { about: subject } = await subjectsOf(tx, tried);
  await tx.insert(audit).values({ ...lineOf(tried), action: action.known, subject });
}

interface Subjects {
  about: string;
  device: string;
}

async function subjectsOf(tx: Transaction, { about, deviceId }: Try): Promise<Subjects> {
  const [kind] = about.split(':', 1);
  const hash = secretHash(await readTokenKey(tx), `try:${about}`);
  return { about: `try:${kind}:${hash}`, device: `try:device:${deviceId}` };
}

const lineOf = ({ now, deviceId }: Try) => ({ at: now, deviceId, actor: `device:${deviceId}` });

async function lockSubjects(tx: Transaction, subjects: Subjects): Promise<void> {
  for (const subject of Object.values(subjects).toSorted())
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`);
}

async function countTry(tx: Transaction, { about, device }: Subjects, tried: Try): Promise<void> {
  const line = { ...lineOf(tried), action: action.tried };
  await tx.insert(audit).values([
    { ...line, subject: about },
    { ...line, subject: device, detail: { about } },
  ]);
}

interface Wrong {
  wrong: number;
  lastAt: Date | null;
}

/** How long the next try has to wait. */
async function waitOf(tx: Transaction, subjects: Subjects, now: string): Promise<number> {
  const { about, device } = await standOf(tx, subjects, now);
  return Math.max(0, about.lockedMs, device.lockedMs, about.remainingMs(delayMs(about.wrong)));
}

/** How things stand after the wrong tries so far. */
async function standOf(tx: Transaction, subjects: Subjects, now: string) {
  const policy = policyAt(await readPolicies(tx), now);
  const tries = policy?.customerTries ?? 5;
  const lockMs = (policy?.customerLockMinutes ?? 15) * 60_000;
  const stand = ({ wrong, lastAt }: Wrong, most: number) => {
    const remainingMs = (ms: number) => (lastAt === null ? 0 : lastAt.getTime() + ms - Date.parse(now));
    return { wrong, remainingMs, lockedMs: wrong >= most ? remainingMs(lockMs) : 0 };
  };
  return {
    about: stand(await wrongAbout(tx, subjects, now), tries),
    device: stand(await wrongAt(tx, subjects, before(now, lockMs)), tries * deviceTriesFactor),
  };
}

const delayMs = (wrong: number): number =>
  wrong <= freeTries ? 0 : firstDelayMs * 2 ** (wrong - freeTries - 1);

const before = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

async function wrongAbout(tx: Transaction, { about }: Subjects, now: string): Promise<Wrong> {
  const { rows } = await tx.execute<Wrong & Record<string, unknown>>(sql`
    select count(*)::int as wrong, max(at) as "lastAt" from audit
    where subject = ${about} and action = ${action.tried} and at > ${before(now, rememberedMs)}
      and id > coalesce((select max(id) from audit where subject = ${about} and action = ${action.known}), 0)`);
  return asWrong(rows);
}

async function wrongAt(tx: Transaction, { device }: Subjects, since: string): Promise<Wrong> {
  const { rows } = await tx.execute<Wrong & Record<string, unknown>>(sql`
    select count(*)::int as wrong, max(at) as "lastAt" from audit t
    where subject = ${device} and action = ${action.tried} and at > ${since}
      and not exists (select from audit k where k.subject = t.detail ->> 'about' and k.action = ${action.known}
                      and k.device_id = t.device_id and k.id > t.id)`);
  return asWrong(rows);
}

const asWrong = ([row]: Wrong[]): Wrong => ({
  wrong: row?.wrong ?? 0,
  lastAt: row?.lastAt ? new Date(row.lastAt) : null,
});
