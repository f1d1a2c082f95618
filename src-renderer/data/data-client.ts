import './jitless';
import { proxy, type Remote, releaseProxy, transfer, wrap } from 'comlink';
import type { PickedBridge } from '../bridge/pick-bridge';
import type { WorkerEntry } from '../worker/worker-entry';
import type { DataApi } from './data-api';
import { passOn } from './data-calls';
import type { DeviceState } from './device-api';
import { receiveJournalPort } from './journal-port';

/** Starts the data worker and gives the screens their interface to it. Once a page. */
export function startDataClient({ bridge, hasJournal }: PickedBridge): DataApi {
  const journalPort = hasJournal ? receiveJournalPort(window) : Promise.resolve(null);
  const worker = new Worker(new URL('../worker/data-worker.ts', import.meta.url), { type: 'module' });
  const entry = wrap<WorkerEntry>(worker);
  const crashed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) =>
      reject(new Error(`the data worker failed: ${event.message}`)),
    );
  });
  const started = journalPort.then((port) => entry.start(proxy(bridge), port && transfer(port, [port])));
  return dataApiOf(entry, Promise.race([started, crashed]));
}

/** A worker that could not be started cannot say so itself. */
const notStarted: DeviceState = { state: 'startup-problem', problem: 'storage-unavailable', surface: null };

function dataApiOf(entry: Remote<WorkerEntry>, started: Promise<void>): DataApi {
  started.catch((error: unknown) => console.error(error));
  return {
    watch: async (query, args, listener) => {
      if (query === 'device') started.catch(() => (listener as (state: DeviceState) => void)(notStarted));
      const stop = await entry.watch(query, args, proxy(listener as (value: unknown) => void));
      return () => void stop().finally(() => stop[releaseProxy]());
    },
    ...passOn((call, args) => (entry[call] as (...args: unknown[]) => Promise<unknown>)(...args)),
  };
}
