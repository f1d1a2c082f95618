import { sql } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import type { Checkpoint } from '../../shared/sync/pull';
import type { Queryable } from '../db/connect';
import type { CallingDevice } from '../devices/calling-device';
import type { ServerContext } from '../server-context';
import { rotateEpoch } from './rotate-epoch';
import { isSigned, numbersIn } from './signed-checkpoint';

/** What a device still knows of the present epoch. */
export interface Remembered {
  checkpoints: readonly Checkpoint[];
  /** Submissions that it has seen a verdict of. */
  settled: readonly string[];
}

/**
 * `proved`: we signed numbers, in this epoch, that our counters have not reached. `told`: the device says that it saw a
 * verdict which we do not have.
 */
export type Evidence = 'proved' | 'told';

/**
 * A data folder that was copied back has the epoch of before: only devices remember what it lost. Where this one does,
 * the epoch is changed, so that every device builds its cache anew and offers its journal again.
 * @returns the epoch that holds now
 */
export async function noticeRestore(
  context: ServerContext,
  device: CallingDevice,
  { log, ...remembered }: Remembered & { log: FastifyBaseLogger },
): Promise<string> {
  const evidence = await evidenceOf(context, device, remembered);
  if (!evidence) return device.epoch;
  const { epoch, rotated } = await rotateEpoch(context.database.db, {
    device,
    evidence,
    now: context.clock.now(),
  });
  const seen = { device: device.id, deviceName: device.name, evidence, from: device.epoch, to: epoch };
  if (rotated) {
    log.warn(
      seen,
      'this database was put back to an earlier state: every device builds its cache anew and sends again what it has',
    );
  } else if (epoch === device.epoch) {
    log.warn(seen, 'a device claims once more that this database was put back: not believed twice an hour');
  }
  return epoch;
}

async function evidenceOf(
  { database: { db }, tokenKey }: ServerContext,
  { epoch }: CallingDevice,
  { checkpoints, settled }: Remembered,
): Promise<Evidence | null> {
  const present = await presentNumbers(db, checkpoints);
  // Numbers that we did not sign in this epoch are of one before it: whoever still pulls by them has yet to hear of this one.
  const isProof = (checkpoint: Checkpoint): boolean =>
    isAhead(checkpoint, present) && isSigned(checkpoint, { tokenKey, epoch });
  if (checkpoints.some(isProof)) return 'proved';
  return (await haveVerdicts(db, settled)) ? null : 'told';
}

/** Whether a checkpoint names a number that its counter has not reached. */
export const isAhead = (checkpoint: Checkpoint, present: ReadonlyMap<string, number>): boolean =>
  numbersIn(checkpoint).some(([scope, number]) => number > (present.get(scope) ?? 0));

async function presentNumbers(db: Queryable, checkpoints: readonly Checkpoint[]) {
  const scopes = [...new Set(checkpoints.flatMap(numbersIn).map(([scope]) => scope))];
  if (scopes.length === 0) return new Map<string, number>();
  const { rows } = await db.execute<{ scope: string; seq: number }>(sql`
    select scope, seq::float8 as seq from change_counters where scope = any(${sql.param(scopes)}::text[])`);
  return new Map(rows.map(({ scope, seq }) => [scope, seq]));
}

async function haveVerdicts(db: Queryable, settled: readonly string[]): Promise<boolean> {
  if (settled.length === 0) return true;
  const { rows } = await db.execute(sql`
    select from unnest(${sql.param(settled)}::text[]) as s (id)
    where not exists (select from verdicts where submission_id = s.id) limit 1`);
  return rows.length === 0;
}
