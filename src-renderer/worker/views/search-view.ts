import { merge, type Observable, tap } from 'rxjs';
import type { Account } from '../../../shared/model/account';
import type { QueryArgs } from '../../data/queries';
import type { SearchHit, SearchResults } from '../../data/search-view';
import { knownPolicies } from '../reading/policies';
import type { ReadingDesk } from '../reading/reading-desk';
import { type MonthContext, monthState } from '../search/month-state';
import { prefixSearch } from '../search/prefix-search';
import type { SearchIndex } from '../search/search-index';
import { everyMinute } from './every-minute';
import { live } from './live';
import { type OpenVerdicts, openVerdicts } from './open-verdicts';

export interface SearchDesk extends ReadingDesk {
  search: SearchIndex;
}

/** Accounts that match what is typed, best first. */
export function watchSearch(desk: SearchDesk, args: QueryArgs<'search'>): Observable<SearchResults> {
  const { local, ledger, search } = desk;
  let open: OpenVerdicts = new Map();
  const opened$ = openVerdicts(local).pipe(
    tap((now) => {
      open = now;
    }),
  );
  const triggers = merge(
    opened$,
    local.cache$,
    local.changes$('accounts'),
    local.changes$('policy'),
    ledger.changes$,
    search.ready$,
    everyMinute(),
  );
  return live(triggers, () => searchNow(desk, args, open));
}

async function searchNow(
  desk: SearchDesk,
  args: QueryArgs<'search'>,
  open: OpenVerdicts,
): Promise<SearchResults> {
  const { local, search, clock } = desk;
  const { accounts, more } = search.ready$.value
    ? await foundInIndex(desk, args)
    : await search.precedence.answer(() => prefixSearch(local, args.text, args.limit));
  if (accounts.length === 0) return { hits: [], more: false };
  const held = [...open.values()].filter(({ outcome }) => outcome === 'held');
  const context = { policies: await knownPolicies(local), now: clock.now(), held };
  return { hits: accounts.map((account) => hitOf(account, desk, context)), more };
}

async function foundInIndex({ local, search }: SearchDesk, { text, limit }: QueryArgs<'search'>) {
  const { ids, more } = search.find(text, limit);
  const byId = new Map((await local.getMany('accounts', ids)).map((account) => [account.id, account]));
  return { accounts: ids.flatMap((id) => byId.get(id) ?? []), more };
}

function hitOf(account: Account, desk: SearchDesk, context: MonthContext): SearchHit {
  return {
    accountId: account.id,
    holderName: account.holderName,
    serviceAddress: account.serviceAddress,
    locality: account.locality,
    clientCode: account.clientCode,
    dwelling: account.dwelling,
    status: account.status,
    customerKind: account.customerKind,
    meterSerials: account.meters.map(({ serial }) => serial),
    month: monthState(account, desk.ledger, context),
  };
}
