import { sql } from 'drizzle-orm';
import type { PeriodReading } from '../../shared/model/account';
import type { ReadingSource } from '../../shared/model/primitives';
import type { Queryable } from '../db/connect';

type PackedRevision = [
  period: string,
  index: number,
  source: ReadingSource,
  capturedAtMs: number,
  submissionId: string,
];

/**
 * The accepted revisions of some meters, by meter. All of them: which reading stands, the latest actual one and usual
 * consumption follow from the whole history. Packed into one row a meter, several times quicker than a row each.
 */
export async function acceptedRevisions(
  db: Queryable,
  meterIds: readonly string[],
): Promise<Map<string, PeriodReading[]>> {
  const { rows } = await db.execute<{ meterId: string; revisions: PackedRevision[] }>(sql`
    select meter_id as "meterId",
           json_agg(json_build_array(period, index, source, (extract(epoch from captured_at) * 1000)::bigint, id))
             as revisions
    from reading_revisions
    where meter_id = any(${sql.param(meterIds)}::text[]) and accepted
    group by meter_id`);
  return new Map(rows.map(({ meterId, revisions }) => [meterId, revisions.map(unpacked)]));
}

const unpacked = ([period, index, source, capturedAtMs, submissionId]: PackedRevision): PeriodReading => ({
  period,
  index,
  capturedAt: new Date(capturedAtMs).toISOString(),
  submissionId,
  source,
});
