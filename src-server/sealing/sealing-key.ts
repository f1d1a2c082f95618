import { eq, isNull } from 'drizzle-orm';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { SealingKey } from '../../shared/sync/sealed-export';
import type { Queryable } from '../db/connect';
import { serverState } from '../db/schema/server-state';

/** The one algorithm by which devices seal: every browser's WebCrypto and Node's know P-256. */
export const sealingAlgorithm = { alg: 'ECDH-ES', enc: 'A256GCM', crv: 'P-256' } as const;

const PrivateKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal(sealingAlgorithm.crv),
  kid: z.string(),
  x: z.string(),
  y: z.string(),
  d: z.string(), // the secret
});
type PrivateKey = z.infer<typeof PrivateKey>;

/** Makes the key pair that devices seal to, once in the life of a database. Whoever comes second makes none. */
export async function ensureSealingKey(db: Pick<Queryable, 'select' | 'update'>): Promise<void> {
  const missing = await db
    .select({ row: serverState.onlyRow })
    .from(serverState)
    .where(isNull(serverState.sealingKey));
  if (missing.length === 0) return;
  const { alg, crv } = sealingAlgorithm;
  const { privateKey } = await generateKeyPair(alg, { crv, extractable: true });
  const jwk = await exportJWK(privateKey);
  const sealingKey = PrivateKey.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk) });
  await db.update(serverState).set({ sealingKey }).where(isNull(serverState.sealingKey));
}

/** @throws Error when the database was not migrated */
export async function readPrivateKey(db: Queryable): Promise<PrivateKey> {
  const [state] = await db
    .select({ sealingKey: serverState.sealingKey })
    .from(serverState)
    .where(eq(serverState.onlyRow, true));
  if (!state?.sealingKey) throw new Error('The database has no sealing key: migrate it first.');
  return PrivateKey.parse(state.sealingKey);
}

/** The public half, which devices are given. */
export async function readSealingKey(db: Queryable): Promise<SealingKey> {
  const { d: _secret, ...publicKey } = await readPrivateKey(db);
  return SealingKey.parse({ ...publicKey, alg: sealingAlgorithm.alg, use: 'enc' });
}
