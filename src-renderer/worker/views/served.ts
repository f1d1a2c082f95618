import { distinctUntilChanged, map, merge, NEVER, type Observable, of, switchMap } from 'rxjs';
import { isSelfService } from '../device/surface';
import type { ReadingDesk } from '../reading/reading-desk';
import { isServed } from '../visit/author';

type Sources = Pick<ReadingDesk, 'local' | 'enrolled' | 'visit'>;

/** A query that tells of many people: no machine in a public lobby answers it, or only that there is nothing. */
export const atCounter = <Value>(
  { local, enrolled }: Pick<Sources, 'local' | 'enrolled'>,
  query: () => Observable<Value>,
  otherwise?: Value,
): Observable<Value> =>
  local.cache$.pipe(
    map(() => !isSelfService({ enrolled })),
    distinctUntilChanged(),
    switchMap((isAnswered) => (isAnswered ? query() : otherwise === undefined ? NEVER : of(otherwise))),
  );

/** A query about one account: a kiosk answers it to nobody but who has shown that the account is theirs. */
export const whileServed = <Value>(
  sources: Sources,
  accountId: string,
  { query, otherwise }: { query: () => Observable<Value>; otherwise: Value },
): Observable<Value> =>
  merge(sources.visit.state$, sources.local.cache$).pipe(
    map(() => isServed(sources, accountId)),
    distinctUntilChanged(),
    switchMap((isOpen) => (isOpen ? query() : of(otherwise))),
  );
