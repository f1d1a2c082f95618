import type { RxStorage } from 'rxdb';
import type { Journal } from '../../shared/journal/journal';
import type { Sentinel } from '../../shared/journal/sentinel';
import type { CollectionName } from '../../shared/sync/collections';
import type { ClockSource } from './clock';
import type { KeptStore } from './db/kept-store';
import type { RebuiltDatabases } from './db/rebuilt-databases';
import type { DeviceLock } from './device/device-lock';
import type { SecretKeeper } from './device/device-record';
import type { SwapStep } from './device/swap-steps';
import type { Pace } from './sync/pace';

/** Everything of the outside that a device needs: a browser's, or a test's. */
export interface DataWorkerDeps {
  fetch: typeof fetch;
  baseUrl: string; // '' is the page's own origin
  storage: RxStorage<unknown, unknown>;
  prefix: string; // begins the name of every local database
  /** Where they are, to delete them. */
  indexedDB: IDBFactory;
  /** Those that could not be opened and were made anew. */
  rebuilt: RebuiltDatabases;
  collections: readonly CollectionName[]; // held on this device
  openKept(): Promise<KeptStore>;
  openJournal(): Promise<Journal>;
  openSentinel(): Promise<Sentinel>;
  secrets: SecretKeeper;
  clockSource: ClockSource;
  lock: DeviceLock;
  /** What the browser lacks of IndexedDB, OPFS, WebCrypto and Web Locks. */
  missing(): string[];
  random: () => number;
  pace: Pace;
  batchSize: number; // documents a pull asks for
  /** Told after each step of a cache swap; what it throws stops the swap there. For tests of a device that ends in one. */
  onSwapStep?(step: SwapStep): void | Promise<void>;
}
