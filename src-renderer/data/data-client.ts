import './jitless';
import { proxy, type Remote, transfer, wrap } from 'comlink';
import { pickBridge } from '../bridge/pick-bridge';
import type { WorkerEntry } from '../worker/worker-entry';
import type { DataApi } from './data-api';
import { receiveJournalPort } from './journal-port';

/** Starts the data worker and gives the screens their interface to it. Once a page. */
export function startDataClient(): DataApi {
  const { bridge, hasJournal } = pickBridge(window);
  const journalPort = hasJournal ? receiveJournalPort(window) : Promise.resolve(null);
  const worker = new Worker(new URL('../worker/data-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', (event) => console.error('the data worker failed', event.message));
  const entry = wrap<WorkerEntry>(worker);
  journalPort
    .then((port) => {
      const setup = { journalPort: port, bridge: proxy(bridge) };
      return entry.start(port ? transfer(setup, [port]) : setup);
    })
    .catch((error: unknown) => console.error('the data worker could not be started', error));
  return dataApiOf(entry);
}

function dataApiOf(entry: Remote<WorkerEntry>): DataApi {
  return {
    watch: async (query, args, listener) => {
      const stop = await entry.watch(query, args, proxy(listener as (value: unknown) => void));
      return () => void stop();
    },
    enrol: (code) => entry.enrol(code),
    signIn: (userName, password) => entry.signIn(userName, password),
    signOut: () => entry.signOut(),
    checkEntry: (reading) => entry.checkEntry(reading),
    saveReading: (reading, confirmed) => entry.saveReading(reading, confirmed),
    syncNow: () => entry.syncNow(),
  };
}
