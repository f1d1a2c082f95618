import { createHash } from 'node:crypto';
import type { Surface } from '../../shared/model/primitives';
import type { Device, Office } from '../../shared/sync/device';
import type { Database } from '../db/connect';
import { instantSql } from '../db/instant';
import { epochSql } from '../db/server-state';

/** The device a request comes from, and the epoch at that moment. */
export interface CallingDevice extends Device {
  revoked: boolean;
  lastEmptyOutboxAt: string | null;
  epoch: string;
}

interface DeviceRow {
  id: string;
  name: string;
  surface: Surface;
  offices: Office[] | null;
  revoked: boolean;
  lastEmptyOutboxAt: string | null;
  epoch: string;
}

const columns = `
  d.id, d.name, d.surface, d.revoked_at is not null as revoked,
  ${instantSql('d.last_empty_outbox_at')} as "lastEmptyOutboxAt",
  (select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.id)
     from device_offices x join offices o on o.id = x.office_id where x.device_id = d.id) as offices,
  ${epochSql} as epoch`;

const asDevice = (row: DeviceRow): CallingDevice => ({ ...row, offices: row.offices ?? [] });

/** The device that has this token, or null. */
export async function deviceByToken(database: Database, tokenHash: string): Promise<CallingDevice | null> {
  const { rows } = await database.pool.query<DeviceRow>({
    name: 'device-by-token',
    text: `select ${columns} from devices d where d.token_hash = $1`,
    values: [tokenHash],
  });
  return rows[0] ? asDevice(rows[0]) : null;
}

export async function devicesById(database: Database, ids: string[]): Promise<CallingDevice[]> {
  const { rows } = await database.pool.query<DeviceRow>(
    `select ${columns} from devices d where d.id = any($1)`,
    [ids],
  );
  return rows.map(asDevice);
}

/** Changes when what the device may hold does: its cache is then built anew. */
export function scopeVersion({ surface, offices }: Pick<Device, 'surface' | 'offices'>): string {
  const described = JSON.stringify([surface, offices.map(({ id }) => id)]);
  return createHash('sha256').update(described).digest('hex').slice(0, 32);
}

/** A device as it is told about itself. */
export const publicDevice = ({ id, name, surface, offices }: Device): Device => ({
  id,
  name,
  surface,
  offices,
});
