import { randomUUID } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Db, Transaction } from '../db/connect';
import { audit } from '../db/schema/audit';
import { serverState } from '../db/schema/server-state';
import { epochSql } from '../db/server-state';
import { inTransaction } from '../db/transaction';
import type { CallingDevice } from '../devices/calling-device';
import type { Evidence } from './notice-restore';

interface Noticed {
  device: CallingDevice;
  evidence: Evidence;
  now: string;
}

const betweenToldMs = 60 * 60_000;
const rotated = 'epoch-rotated';

/**
 * Gives the database a new epoch, when it still has the one that the device spoke of: of many devices that notice the
 * same restore one changes it. On its word alone a device may do so once an hour.
 */
export async function rotateEpoch(db: Db, noticed: Noticed): Promise<{ epoch: string; rotated: boolean }> {
  return inTransaction(db, async (tx) => {
    const present = await lockEpoch(tx);
    if (present !== noticed.device.epoch || (await toldLately(tx, noticed))) {
      return { epoch: present, rotated: false };
    }
    await tx.update(serverState).set({ storedEpoch: randomUUID() });
    const epoch = await lockEpoch(tx);
    const { id: deviceId } = noticed.device;
    await tx.insert(audit).values({
      at: noticed.now,
      deviceId,
      actor: `device:${deviceId}`,
      action: rotated,
      subject: epoch,
      detail: { from: present, evidence: noticed.evidence },
    });
    return { epoch, rotated: true };
  });
}

async function lockEpoch(tx: Transaction): Promise<string> {
  await tx.execute(sql`select from server_state for update`);
  const { rows } = await tx.execute<{ epoch: string }>(sql`select ${sql.raw(epochSql)} as epoch`);
  if (!rows[0]) throw new Error('The database has no server state: migrate it first.');
  return rows[0].epoch;
}

async function toldLately(tx: Transaction, { device, evidence, now }: Noticed): Promise<boolean> {
  if (evidence === 'proved') return false;
  const since = new Date(Date.parse(now) - betweenToldMs).toISOString();
  const byThisDevice = and(eq(audit.deviceId, device.id), eq(audit.action, rotated), gt(audit.at, since));
  const before = await tx.select({ id: audit.id }).from(audit).where(byThisDevice).limit(1);
  return before.length > 0;
}
