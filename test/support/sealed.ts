import { CompactEncrypt, importJWK } from 'jose';
import type { SealingKey } from '../../shared/sync/sealed-export';

/** Seals as a device does. */
export async function sealTo(key: SealingKey, value: unknown): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: key.kid })
    .encrypt(await importJWK(key, 'ECDH-ES'));
}

/** What a device exports: everything that waits on it. */
export const waitingExport = (deviceId: string, submissions: readonly unknown[]) => ({
  format: 'ghiseu-waiting',
  version: 1,
  deviceId,
  exportedAt: '2026-11-26T07:30:00.000Z',
  submissions,
});
