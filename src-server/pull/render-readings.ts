import { sql } from 'drizzle-orm';
import type { RegisterOf } from '../../shared/metering/consumption';
import { periodReadings } from '../../shared/metering/period-reading';
import type { MeterReadings } from '../../shared/model/account';
import type { Queryable } from '../db/connect';
import { lastMonths } from '../metering/months';
import { acceptedRevisions } from '../metering/revisions';
import { documentSources } from './documents';
import type { Viewer } from './viewer';

type MeterRow = RegisterOf & { id: string; accountId: string };

export async function renderReadings(
  db: Queryable,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, MeterReadings>> {
  const { rows } = await db.execute<MeterRow & Record<string, unknown>>(sql`
    select d.id, d.account_id as "accountId", d.digits, d.initial_index as "initialIndex"
    from ${documentSources.readings.from}
    where d.id = any(${sql.param(ids)}::text[]) and ${documentSources.readings.visibleTo(viewer)}`);
  const revisions = await acceptedRevisions(
    db,
    rows.map(({ id }) => id),
  );
  return new Map(
    rows.map(({ id, accountId, ...register }) => [
      id,
      { id, accountId, months: lastMonths(periodReadings(revisions.get(id) ?? []), register) },
    ]),
  );
}
