import { compactDecrypt, decodeProtectedHeader, importJWK } from 'jose';
import type { Queryable } from '../db/connect';
import { readPrivateKey, sealingAlgorithm } from './sealing-key';

/**
 * Why something sealed could not be opened. `other-key`: it was sealed for another server's database; `unreadable`: it
 * is no sealed text of ours, or was damaged on its way.
 */
export class UnopenedSeal extends Error {
  readonly reason: 'other-key' | 'unreadable';

  constructor(reason: UnopenedSeal['reason'], cause?: unknown) {
    super(reason === 'other-key' ? 'Sealed for another server.' : 'No sealed text, or a damaged one.', {
      cause,
    });
    this.name = 'UnopenedSeal';
    this.reason = reason;
  }
}

/** What a device sealed for this server (a compact JWE), as the JSON value it was. @throws UnopenedSeal */
export async function openSealed(db: Queryable, sealed: string): Promise<unknown> {
  const own = await readPrivateKey(db);
  const { kid } = readable(() => decodeProtectedHeader(sealed));
  if (kid !== own.kid) throw new UnopenedSeal('other-key');
  const { alg, enc } = sealingAlgorithm;
  const key = await importJWK(own, alg);
  const limits = { keyManagementAlgorithms: [alg], contentEncryptionAlgorithms: [enc] };
  const { plaintext } = await compactDecrypt(sealed, key, limits).catch((error: unknown) => {
    throw new UnopenedSeal('unreadable', error);
  });
  return readable(() => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext)));
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UnopenedSeal('unreadable', error);
  }
}
