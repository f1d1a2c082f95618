import { CompactEncrypt, importJWK } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SealingKey } from '../../../shared/sync/sealed-export';
import { migrate } from '../../../src-server/db/migrate';
import { openSealed } from '../../../src-server/sealing/open-sealed';
import { readSealingKey } from '../../../src-server/sealing/sealing-key';
import { type TestDatabase, testDatabase } from '../../support/postgres';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const exported = { format: 'ghiseu-waiting', submissions: [{ index: 240, name: 'Țăranu' }] };

/** As a device seals. */
async function sealTo(key: SealingKey, value: unknown): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: key.kid })
    .encrypt(await importJWK(key, 'ECDH-ES'));
}

test('what a device seals to the key that it was given, the server opens', async () => {
  const sealed = await sealTo(await readSealingKey(database.db), exported);
  expect(await openSealed(database.db, sealed)).toEqual(exported);
});

test('the key is made once, and devices are given its public half alone', async () => {
  const key = await readSealingKey(database.db);
  expect(key).not.toHaveProperty('d');
  await migrate(database.pool);
  expect(await readSealingKey(database.db)).toEqual(key);
});

test('a server whose database was there before the key gets one', async () => {
  const before = await readSealingKey(database.db);
  await database.pool.query('update server_state set sealing_key = null');
  await migrate(database.pool);
  expect((await readSealingKey(database.db)).kid).not.toBe(before.kid);
});

test('what was sealed for another server is told from what was damaged', async () => {
  const key = await readSealingKey(database.db);
  const sealed = await sealTo(key, exported);
  const foreign = await sealTo({ ...key, kid: 'another' }, exported);
  await expect(openSealed(database.db, foreign)).rejects.toMatchObject({ reason: 'other-key' });
  const damaged = sealed.slice(0, -4) + (sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA');
  for (const text of [damaged, '', 'no.seal', sealed.slice(0, 200)]) {
    await expect(openSealed(database.db, text), text).rejects.toMatchObject({ reason: 'unreadable' });
  }
});
