import type { CollectionName } from '../../shared/sync/collections';

/** What the status bar tells. Each part is a fact; none is guessed from `navigator.onLine`. */
export interface SyncStatus {
  connection:
    | { state: 'connecting' } // at start, nothing known yet
    | { state: 'online' }
    | { state: 'offline'; since: string | null; reason: 'unreachable' | 'server-trouble' }
    | { state: 'locked-out'; problem: 'device-revoked' | 'unauthenticated' | 'protocol-too-old' };
  /** The last authenticated exchange that succeeded. */
  lastExchangeAt: string | null;
  /** Null when everything that is true has been pulled at least once. */
  firstSync: { collection: CollectionName; done: number; total: number | null } | null;
  /** Index entry needs these: false only until the first sync has brought accounts and policy. */
  accountsReady: boolean;
  searchIndex: 'building' | 'ready';
  waiting: { submissions: number; oldestAt: string | null }; // kept here, not yet answered by a verdict
  held: number; // until a supervisor settles it
  refused: number; // or set aside, until a supervisor settles it
  /** Whether what is pulled can be written. What is saved here goes to the journal, which has space of its own. */
  storage: 'ok' | 'full' | 'failing';
  /** How far this machine's clock is off (server minus device, null: in step), and whether nobody can vouch for the time now. */
  clock: { offMs: number | null; unsure: boolean };
  /** A new cache is built beside the one that is shown; null: none is. */
  rebuilding: { done: number; total: number | null } | null;
}
