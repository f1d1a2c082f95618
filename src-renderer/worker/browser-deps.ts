import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { collectionNames } from '../../shared/sync/collections';
import { systemClockSource } from './clock';
import { openKeptStore } from './db/kept-store';
import { openingOf, RebuiltDatabases } from './db/rebuilt-databases';
import type { DataWorkerDeps } from './deps';
import { webLock } from './device/device-lock';
import { deviceJournal } from './journal/device-journal';
import { keptName } from './startup/own-databases';
import { usualPace } from './sync/pace';
import type { WorkerBridge } from './worker-entry';

const prefix = 'ghiseu';

type Machine = Awaited<ReturnType<WorkerBridge['describeMachine']>>;

/** A device in a browser or in Electron's page. */
export async function browserDeps(
  bridge: WorkerBridge,
  journalPort: MessagePort | null,
): Promise<DataWorkerDeps> {
  const machine = await machineOf(bridge);
  const rebuilt = new RebuiltDatabases();
  return {
    fetch: (input, init) => fetch(input, init),
    baseUrl: '',
    storage: getRxStorageDexie({ onCreate: openingOf(rebuilt) }) as DataWorkerDeps['storage'],
    prefix,
    indexedDB,
    rebuilt,
    collections: collectionNames,
    openKept: () => openKeptStore(keptName(prefix), {}, rebuilt),
    ...deviceJournal(prefix, journalPort),
    secrets: {
      loadSecret: () => bridge.loadSecret(),
      saveSecret: (secret) => bridge.saveSecret(secret),
    },
    clockSource: systemClockSource(machine),
    lock: webLock,
    missing: () => missing(journalPort === null),
    random: Math.random,
    pace: usualPace,
    batchSize: 2_000,
  };
}

/** Null where the machine is not known: then every page counts as a restart, which is the careful side. */
async function machineOf(bridge: WorkerBridge): Promise<Machine | null> {
  try {
    const machine = await bridge.describeMachine();
    return machine.bootId === '' ? null : machine;
  } catch (error) {
    console.error('the machine could not be described', error);
    return null;
  }
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
