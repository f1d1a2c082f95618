/** A code as it is printed: without the spaces it was typed with, in plain signs. */
export const plainCode = (typed: string): string => typed.normalize('NFKC').replaceAll(/\s/g, '');

/** A password as every keyboard would give it: letters with their marks in one sign. */
export const plainPassword = (typed: string): string => typed.normalize('NFC');

/**
 * The key that this device is given for hints, never extractable from here on.
 * @param codeHintKey see `KioskServices`: the server keys with its text as it is, not with the bytes it stands for
 */
export const importHintKey = (codeHintKey: string): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(codeHintKey),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );

/** What this device holds of an internal code: the first three hex digits of its keyed hash. */
export const internalCodeHint = async (hintKey: CryptoKey, internalCode: string): Promise<string> =>
  (await keyedHash(hintKey, internalCode)).slice(0, 3);

/** HMAC-SHA-256 of a text as hex digits. */
export async function keyedHash(key: CryptoKey, text: string): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return [...new Uint8Array(signature)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
