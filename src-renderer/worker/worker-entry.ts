import { type ProxyMarked, proxy, type Remote, releaseProxy } from 'comlink';
import type { KioskBridge } from '../../shared/ipc/kiosk-bridge';
import type { DataApi } from '../data/data-api';
import { passOn } from '../data/data-calls';
import { browserDeps } from './browser-deps';
import { createDataWorker, type DataWorker } from './create-data-worker';

/** What the worker asks of the page's bridge, over Comlink. */
export type WorkerBridge = Pick<KioskBridge, 'describeMachine' | 'loadSecret' | 'saveSecret'>;

/** What the page calls over Comlink: the start, once, and the screens' interface. */
export interface WorkerEntry extends Omit<DataApi, 'watch'> {
  /** @param journalPort the end of the main process' journal; null: the journal is a file of the browser's */
  start(bridge: WorkerBridge, journalPort: MessagePort | null): Promise<void>;
  watch(
    query: string,
    args: unknown,
    listener: (value: unknown) => void,
  ): Promise<(() => void) & ProxyMarked>;
}

export function workerEntry(): WorkerEntry {
  let started: (worker: DataWorker) => void = () => undefined;
  const worker = new Promise<DataWorker>((resolve) => {
    started = resolve;
  });
  const api = async (): Promise<DataApi> => (await worker).api;
  return {
    start: async (bridge, journalPort) => {
      const made = createDataWorker(await browserDeps(bridge, journalPort));
      started(made);
      await made.start();
    },
    watch: async (query, args, listener) => {
      const stop = await (await api()).watch(query as never, args as never, (value) => void listener(value));
      return proxy(() => {
        stop();
        if (releaseProxy in listener) (listener as Remote<typeof listener>)[releaseProxy]();
      });
    },
    ...passOn(async (call, args) =>
      ((await api())[call] as (...args: unknown[]) => Promise<unknown>)(...args),
    ),
  };
}
