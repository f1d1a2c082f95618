import { type Observable, Subscription } from 'rxjs';
import type { Account } from '../../../shared/model/account';
import type { LocalData } from '../db/local-data';
import type { Slice, Table } from '../db/table';
import { untilDone } from '../sync/until-done';
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
  let building = new AbortController();
  const announce = (): void => {
    if (built && synced) index.complete().catch(notBuilt);
  };
  following.add(
    local.cache$.subscribe((cache) => {
      built = false;
      building.abort();
      building = new AbortController();
      index.clear();
      wanted = isWanted();
      const accounts = cache?.table('accounts');
      if (!accounts || !wanted) return;
      written.clear();
      const { signal } = building;
      const work = () => build(accounts, { index, written, signal });
      void untilDone('the search index could not be built', work, signal).then((done) => {
        if (!done) return;
        built = true;
        announce();
      });
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
  following.add(() => building.abort());
  return following;
}

const notBuilt = (error: unknown): void => console.error('the search index could not be built', error);

interface Building {
  index: SearchIndex;
  written: ReadonlySet<string>;
  /** Aborted when the cache is swapped. */
  signal: AbortSignal;
}

async function build(accounts: Table<Account>, { index, written, signal }: Building): Promise<void> {
  for (let after: string | null = ''; after !== null; ) {
    await index.precedence.standBack();
    if (signal.aborted) return;
    const slice: Slice<Account> = await accounts.slice(after, sliceSize);
    if (signal.aborted) return;
    index.put(slice.documents.filter(({ id }) => !written.has(id)));
    after = slice.last;
  }
}
