import type { CollectionName } from '../../shared/sync/collections';
import type { Database } from '../db/connect';
import {
  type ChangedCollections,
  type Counters,
  changedCollections,
  readCounters,
} from './changed-collections';
import { coalesced } from './coalesced';
import { listener } from './listener';

/** Which collections of which scopes somebody wants to hear of. */
export type Interest = ReadonlyMap<string, ReadonlySet<CollectionName>>;

export interface ChangeWatch {
  /** To be called after each commit: tells this process at once and the others by NOTIFY. */
  changed(): void;
  /** Calls back with the collections that changed, until the returned function is called. */
  subscribe(interest: Interest, onPoke: (collections: CollectionName[]) => void): () => void;
  close(): Promise<void>;
}

export interface WatchOptions {
  coalesceMs?: number; // how long changes are gathered before a poke
  pollMs?: number; // how often the counters are looked at without a NOTIFY
  onError: (error: unknown) => void;
}

interface Subscriber {
  interest: Interest;
  onPoke: (collections: CollectionName[]) => void;
}

/**
 * Notices commits of every process on this PostgreSQL. A signal (our own commit, a NOTIFY, the clock) only makes it
 * compare the change counters with those it knew: signals may be lost or doubled and no change is.
 */
export async function watchChanges(database: Database, options: WatchOptions): Promise<ChangeWatch> {
  const { coalesceMs = 50, pollMs = 1_000, onError } = options;
  const subscribers = new Set<Subscriber>();
  let known: Counters = await readCounters(database.db);

  async function look(): Promise<void> {
    try {
      const present = await readCounters(database.db);
      const changed = await changedCollections(database.db, known, present);
      known = present;
      for (const subscriber of [...subscribers]) poke(subscriber, changed);
    } catch (error) {
      onError(error); // the numbers known stay as they were: the next look sees the same changes
    }
  }

  const looking = coalesced(look, coalesceMs);
  const hearing = listener({ url: database.url, onChange: looking.call, onError });
  const connect = () => hearing.connect().catch(onError);
  await connect();
  const polling = setInterval(() => {
    looking.call();
    void connect();
  }, pollMs);

  return {
    changed() {
      looking.call();
      database.announce();
    },
    subscribe(interest, onPoke) {
      const subscriber = { interest, onPoke };
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    async close() {
      clearInterval(polling);
      await looking.stop();
      await hearing.close();
    },
  };
}

function poke({ interest, onPoke }: Subscriber, changed: ChangedCollections): void {
  const collections = new Set<CollectionName>();
  for (const [scope, names] of changed) {
    for (const name of names) if (interest.get(scope)?.has(name)) collections.add(name);
  }
  if (collections.size > 0) onPoke([...collections]);
}
