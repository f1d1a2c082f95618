import { z } from 'zod';
import { Device } from '../../../shared/sync/device';

/** What makes this machine a device: who it is and its bearer token. Kept as the bridge keeps secrets. */
export const DeviceRecord = z.object({ device: Device, token: z.string() });
export type DeviceRecord = z.infer<typeof DeviceRecord>;

/** The part of the bridge that keeps one secret text. */
export interface SecretKeeper {
  loadSecret(): Promise<string | null>;
  saveSecret(secret: string): Promise<void>;
}

/** The record of the last enrolment, or null where there is none or it is damaged. @throws when it cannot be read */
export async function loadDeviceRecord(keeper: SecretKeeper): Promise<DeviceRecord | null> {
  const secret = await keeper.loadSecret();
  return secret === null ? null : recordIn(secret);
}

function recordIn(secret: string): DeviceRecord | null {
  try {
    return DeviceRecord.parse(JSON.parse(secret));
  } catch {
    console.error('the record of the enrolment is damaged'); // what it holds is a secret
    return null;
  }
}

export const saveDeviceRecord = (keeper: SecretKeeper, record: DeviceRecord): Promise<void> =>
  keeper.saveSecret(JSON.stringify(record));
