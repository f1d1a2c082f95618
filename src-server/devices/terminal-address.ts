import { eq } from 'drizzle-orm';
import type { Queryable } from '../db/connect';
import { devices } from '../db/schema/devices';

/** The card terminal beside a device, `host:port`; null: it has none. */
export async function terminalAddressOf(db: Queryable, deviceId: string): Promise<string | null> {
  const [device] = await db
    .select({ terminalAddress: devices.terminalAddress })
    .from(devices)
    .where(eq(devices.id, deviceId));
  return device?.terminalAddress ?? null;
}
