import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { bridgeName } from '../../../shared/ipc/kiosk-bridge';
import { browserBridge } from '../../../src-renderer/bridge/browser-bridge';
import { pickBridge } from '../../../src-renderer/bridge/pick-bridge';
import { openSecretBox } from '../../../src-renderer/bridge/secret-box';

test('a secret is kept over a restart and is not in the database as text', async () => {
  const indexedDB = new IDBFactory();
  const openBox = () => openSecretBox('secret', { indexedDB, IDBKeyRange });
  const file = { load: async () => null, save: async () => undefined, remove: async () => undefined };
  const open = () => browserBridge({ file, openBox });
  expect(await open().loadSecret()).toBeNull();
  await open().saveSecret('jeton de probă');
  expect(await open().loadSecret()).toBe('jeton de probă');
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('secret');
    request.onsuccess = () => resolve(request.result);
  });
  const rows = await new Promise<unknown[]>((resolve) => {
    const request = database.transaction('kept').objectStore('kept').getAll();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  expect(rows).toHaveLength(2);
  expect(Buffer.from(JSON.stringify(rows)).includes('jeton')).toBe(false);
});

test('the preload’s bridge is taken where there is one', () => {
  const offered = { loadSecret: async () => null };
  expect(pickBridge({ [bridgeName]: offered })).toEqual({ bridge: offered, hasJournal: true });
  expect(pickBridge({}).hasJournal).toBe(false);
});

test('printing shows the browser’s own window and claims nothing of what was done there', async () => {
  expect(await browserBridge().printSlip({ paper: 'a4' })).toBe('not-available');
  const print = vi.fn();
  vi.stubGlobal('print', print);
  expect(await browserBridge().printSlip({ paper: 'slip', lengthMm: 120 })).toBe('dialogue');
  expect(print).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});
