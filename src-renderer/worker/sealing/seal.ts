import { CompactEncrypt } from 'jose/jwe/compact/encrypt';
import { importJWK } from 'jose/key/import';
import type { SealingKey } from '../../../shared/sync/sealed-export';

/** Seals a value's JSON to the server's public key: a compact JWE that nobody else opens, this device included. */
export async function seal(value: unknown, jwk: SealingKey): Promise<string> {
  const key = await importJWK(jwk, 'ECDH-ES');
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: jwk.kid })
    .encrypt(key);
}
