import { type Observable, Subscription } from 'rxjs';
import type { Account } from '../../../shared/model/account';
import type { LocalData } from '../db/local-data';
import type { Slice, Table } from '../db/table';
import type { SearchIndex } from './search-index';

const sliceSize = 500; // a search by prefix waits for no more than one slice

interface Following {
  /** Whether accounts have all been pulled once; the index is only called ready then. */
  synced$: Observable<boolean>;
  /** Asked at each new cache: a self-service device finds nobody by name. */
  isWanted: () => boolean;
}

/**
 * Keeps the search index of the open cache: built in slices from what is there, so that nothing else waits long, and
 * following every write from the first moment on.
 */
export function followAccounts(
  local: LocalData,
  index: SearchIndex,
  { synced$, isWanted }: Following,
): Subscription {
  const following = new Subscription();
  const written = new Set<string>(); // while the index is built: newer than what a slice may bring
  let built = false;
  let synced = false;
  let wanted = false;
  const announce = (): void => {
    if (built && synced) index.complete().catch(notBuilt);
  };
  following.add(
    local.cache$.subscribe((cache) => {
      built = false;
      index.clear();
      wanted = isWanted();
      const accounts = cache?.table('accounts');
      if (!accounts || !wanted) return;
      written.clear();
      build(accounts, { index, written, stillOpen: () => local.cache === cache })
        .then((whole) => {
          built = whole;
          announce();
        })
        .catch(notBuilt);
    }),
  );
  following.add(
    local.changes$('accounts').subscribe((changes) => {
      if (!wanted) return;
      if (!built) for (const { id } of changes) written.add(id);
      index.put(changes.flatMap(({ document }) => document ?? []));
      for (const { id, document } of changes) if (!document) index.remove(id);
    }),
  );
  following.add(
    synced$.subscribe((now) => {
      synced = now;
      announce();
    }),
  );
  return following;
}

const notBuilt = (error: unknown): void => console.error('the search index could not be built', error);

interface Building {
  index: SearchIndex;
  written: ReadonlySet<string>;
  stillOpen: () => boolean;
}

/** @returns false when the cache was swapped meanwhile */
async function build(accounts: Table<Account>, { index, written, stillOpen }: Building): Promise<boolean> {
  for (let after: string | null = ''; after !== null; ) {
    await index.precedence.standBack();
    if (!stillOpen()) return false;
    const slice: Slice<Account> = await accounts.slice(after, sliceSize);
    if (!stillOpen()) return false;
    index.put(slice.documents.filter(({ id }) => !written.has(id)));
    after = slice.last;
  }
  return true;
}
