import {
  catchError,
  EMPTY,
  filter,
  from,
  map,
  merge,
  NEVER,
  type Observable,
  type Subscription,
  switchMap,
  tap,
} from 'rxjs';
import type { Verdict } from '../../../shared/model/verdict';
import type { Cache } from '../db/cache';
import type { LocalData } from '../db/local-data';
import type { OwnLedger } from './own-ledger';

/**
 * Tells the ledger of every verdict document on this device's submissions, in the open cache and in the one that is
 * built. Those of an epoch that is over do not count: what they settled is offered again.
 */
export function followVerdicts(local: LocalData, ledger: OwnLedger): Subscription {
  const ofCache = (cache: Cache | null): Observable<Verdict[]> =>
    cache ? verdictsIn(cache, ledger).pipe(filter(() => local.counts(cache))) : NEVER;
  return merge(local.cache$.pipe(switchMap(ofCache)), local.building$.pipe(switchMap(ofCache))).subscribe(
    (verdicts) => ledger.settle(verdicts),
  );
}

/** What the cache holds now, and everything that arrives in it. */
function verdictsIn(cache: Cache, ledger: OwnLedger): Observable<Verdict[]> {
  const table = cache.table('verdicts');
  if (!table) return NEVER;
  const newer = new Set<string>();
  const arriving = table.changes$.pipe(
    tap((changes) => changes.forEach(({ id }) => void newer.add(id))),
    map((changes) => changes.flatMap(({ document }) => document ?? [])),
  );
  const known = from(ownVerdicts(cache, ledger)).pipe(
    map((verdicts) => verdicts.filter(({ id }) => !newer.has(id))),
    catchError((error: unknown) => {
      console.error('verdicts could not be read', error);
      return EMPTY;
    }),
  );
  return merge(arriving, known);
}

/** Settles what a cache already knows, unless its verdicts count no longer. */
export async function settleFrom(cache: Cache, local: LocalData, ledger: OwnLedger): Promise<void> {
  if (!local.counts(cache)) return;
  const verdicts = await ownVerdicts(cache, ledger);
  if (local.counts(cache)) ledger.settle(verdicts);
}

const ownVerdicts = async (cache: Cache, ledger: OwnLedger): Promise<Verdict[]> =>
  (await cache.table('verdicts')?.getMany(ledger.all.map(({ id }) => id))) ?? [];
