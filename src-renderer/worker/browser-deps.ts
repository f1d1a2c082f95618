import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { FileJournal } from '../../shared/journal/journal';
import { collectionNames } from '../../shared/sync/collections';
import { systemClockSource } from './clock';
import { openKeptStore } from './db/kept-store';
import type { DataWorkerDeps } from './deps';
import { webLock } from './device/device-lock';
import { openOpfsFile } from './journal/opfs-file';
import { PortJournal } from './journal/port-journal';
import { usualPace } from './sync/pace';
import type { WorkerSetup } from './worker-entry';

const prefix = 'ghiseu';

/** A device in a browser or in Electron's page. */
export async function browserDeps({ journalPort, bridge }: WorkerSetup): Promise<DataWorkerDeps> {
  const machine = await bridge.describeMachine();
  return {
    fetch: (input, init) => fetch(input, init),
    baseUrl: '',
    storage: getRxStorageDexie() as DataWorkerDeps['storage'],
    prefix,
    collections: collectionNames,
    openKept: () => openKeptStore(`${prefix}-device`),
    openJournal: async () =>
      journalPort ? new PortJournal(journalPort) : new FileJournal(await openOpfsFile(`${prefix}.journal`)),
    secrets: {
      loadSecret: () => bridge.loadSecret(),
      saveSecret: (secret) => bridge.saveSecret(secret),
    },
    clockSource: systemClockSource(machine.bootId === '' ? null : machine),
    lock: webLock,
    missing: () => missing(journalPort === null),
    random: Math.random,
    pace: usualPace,
    batchSize: 2_000,
  };
}

/** What this browser does not give: a plain-http address or a private window lacks some of it. */
function missing(ownJournal: boolean): string[] {
  const given: Record<string, boolean> = {
    IndexedDB: 'indexedDB' in globalThis,
    WebCrypto: globalThis.crypto?.subtle !== undefined,
    'Web Locks': navigator.locks !== undefined,
    OPFS: !ownJournal || navigator.storage?.getDirectory !== undefined,
  };
  return Object.keys(given).filter((name) => !given[name]);
}
