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

/** The record of the last enrolment, or null. @throws when the secret cannot be read */
export async function loadDeviceRecord(keeper: SecretKeeper): Promise<DeviceRecord | null> {
  const secret = await keeper.loadSecret();
  if (secret === null) return null;
  const parsed = DeviceRecord.safeParse(JSON.parse(secret));
  return parsed.success ? parsed.data : null;
}

export const saveDeviceRecord = (keeper: SecretKeeper, record: DeviceRecord): Promise<void> =>
  keeper.saveSecret(JSON.stringify(record));
