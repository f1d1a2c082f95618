import { and, eq, isNull } from 'drizzle-orm';
import type { Surface } from '../../shared/model/primitives';
import type { Db } from '../db/connect';
import { audit } from '../db/schema/audit';
import { devices, enrolmentCodes } from '../db/schema/devices';
import { readTokenKey } from '../db/server-state';
import { inTransaction } from '../db/transaction';
import { secretHash } from './secrets';

export interface NewEnrolmentCode {
  code: string;
  deviceName: string;
  surface: Surface;
  officeIds: string[];
  /** null: good for any number of devices (a demo's code). */
  usesLeft: number | null;
  /** Who redeems the code becomes this device instead of a new one. */
  replacesDeviceId?: string;
  /** `host:port` of the card terminal beside the device that it makes. */
  terminalAddress?: string | null;
  now: string;
}

/** Stores the hash of an enrolment code; a code that is known already is left as it is. */
export async function saveEnrolmentCode(db: Db, { code, now, ...rest }: NewEnrolmentCode): Promise<void> {
  const codeHash = secretHash(await readTokenKey(db), code);
  await db
    .insert(enrolmentCodes)
    .values({ ...rest, codeHash, madeAt: now })
    .onConflictDoNothing();
}

/** Shuts a device out. Says whether there was one to shut out. */
export async function revokeDevice(
  db: Db,
  deviceId: string,
  by: { actor: string; now: string },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const revoked = await tx
      .update(devices)
      .set({ revokedAt: by.now })
      .where(and(eq(devices.id, deviceId), isNull(devices.revokedAt)))
      .returning({ id: devices.id });
    if (revoked.length === 0) return false;
    await tx
      .insert(audit)
      .values({ at: by.now, actor: by.actor, action: 'device-revoked', subject: deviceId });
    return true;
  });
}
