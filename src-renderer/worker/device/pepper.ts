import type { KeptStore } from '../db/kept-store';

const pepperKey = 'pepper';

/** The device's own HMAC key, made once and never extractable: what it signs cannot be tried out elsewhere. */
export async function devicePepper(kept: KeptStore): Promise<CryptoKey> {
  const known = await kept.get(pepperKey);
  if (known instanceof CryptoKey) return known;
  const made = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  await kept.put(pepperKey, made);
  return made;
}
