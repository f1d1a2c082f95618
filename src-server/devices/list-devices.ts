import { sql } from 'drizzle-orm';
import type { Surface } from '../../shared/model/primitives';
import type { Office } from '../../shared/sync/device';
import type { NumberRange } from '../../shared/text/number-ranges';
import type { Queryable } from '../db/connect';
import { instantSql } from '../db/instant';
import { without } from './ranges';

/** One device as those who look after it see it. */
export interface ListedDevice {
  id: string;
  name: string;
  surface: Surface;
  offices: Office[];
  terminalAddress: string | null; // host:port of the card terminal beside it
  enrolledAt: string;
  lastContactAt: string | null;
  revokedAt: string | null;
  submissions: number;
  /** The largest number that one of its submissions had; 0 without any. */
  lastSeq: number;
  /** Numbers below that which never arrived. */
  missing: NumberRange[];
  /** Numbers that arrived and could not be recorded: malformed, or an id used twice. */
  notRecorded: number[];
}

type Row = Omit<ListedDevice, 'missing'> & { gaps: NumberRange[] };

/**
 * A device numbers what it writes from 1 on. A number that never arrived was lost with its journal, or waits there still
 * behind one that arrived first.
 * @param officeIds only devices that serve one of these; left out: all
 */
export async function listDevices(db: Queryable, officeIds?: readonly string[]): Promise<ListedDevice[]> {
  const at = (column: string) => sql.raw(instantSql(column));
  const serves = (deviceId: string) =>
    officeIds
      ? sql`exists (select from device_offices o where o.device_id = ${sql.raw(deviceId)} and o.office_id in ${[...officeIds]})`
      : sql`true`;
  const { rows } = await db.execute<Row & Record<string, unknown>>(sql`
    with numbered as (
      select device_id, device_seq, lag(device_seq, 1, 0) over (partition by device_id order by device_seq) as before
      from (select distinct device_id, device_seq from submissions where ${serves('submissions.device_id')}) s
    ), gaps as (
      select device_id, json_agg(json_build_array(before + 1, device_seq - 1) order by device_seq) as gaps
      from numbered where device_seq > before + 1 group by device_id
    ), counted as (
      select device_id, count(*)::int as submissions, max(device_seq) as last_seq from submissions
      where ${serves('submissions.device_id')} group by device_id
    ), refused as (
      select device_id, json_agg(distinct number::float8 order by number::float8) as numbers
      from audit, substring(detail->>'row' from '"deviceSeq":([1-9]\\d{0,8})[,}]') as number
      where action = 'submission-not-recorded' and number is not null and ${serves('audit.device_id')} group by device_id
    )
    select d.id, d.name, d.surface, d.terminal_address as "terminalAddress", ${at('d.enrolled_at')} as "enrolledAt", ${at('d.revoked_at')} as "revokedAt",
      ${at('d.last_exchange_at')} as "lastContactAt",
      coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.id)
        from device_offices x join offices o on o.id = x.office_id where x.device_id = d.id), '[]') as offices,
      coalesce(c.submissions, 0) as submissions, coalesce(c.last_seq, 0) as "lastSeq",
      coalesce(g.gaps, '[]') as gaps, coalesce(r.numbers, '[]') as "notRecorded"
    from devices d
    left join counted c on c.device_id = d.id
    left join gaps g on g.device_id = d.id
    left join refused r on r.device_id = d.id
    where ${serves('d.id')}
    order by d.name, d.id`);
  return rows.map(({ gaps, ...device }) => ({ ...device, missing: without(gaps, device.notRecorded) }));
}
