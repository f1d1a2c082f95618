import type { Observable } from 'rxjs';
import type { AccountView } from '../data/account-view';
import type { QueryArgs, QueryName, QueryValue } from '../data/queries';
import type { DeviceParts } from './device/device-parts';
import { watchAccount } from './views/account-view';
import { watchInvoices, watchPayments } from './views/billing-view';
import { watchCases } from './views/cases-view';
import { watchDay } from './views/day-view';
import { watchKiosk } from './views/kiosk-view';
import { watchNotices } from './views/notices-view';
import { watchSearch } from './views/search-view';
import { atCounter, whileServed } from './views/served';
import { watchStatus } from './views/status-view';
import { watchSubmissions } from './views/submissions-list';
import { watchVisit } from './views/visit-view';

/** The device's state is known before anything is open; every other query waits for the parts. */
export type PartsQuery = Exclude<QueryName, 'device'>;

type Answers = { [Q in PartsQuery]: (parts: DeviceParts, args: QueryArgs<Q>) => Observable<QueryValue<Q>> };

const answers: Answers = {
  session: ({ session }) => session.staff$,
  status: (parts) => watchStatus(parts),
  notices: (parts) => watchNotices(parts),
  search: (parts, args) => atCounter(parts, () => watchSearch(parts, args), { hits: [], more: false }),
  account: (parts, { accountId }) => {
    const { firstSync$ } = parts.replications;
    const historyComplete = (): boolean => firstSync$.value.complete.has('readings');
    const query = (): Observable<AccountView | null> =>
      watchAccount({ ...parts, historyComplete, historyComplete$: firstSync$ }, accountId);
    return whileServed(parts, accountId, { query, otherwise: null });
  },
  invoices: (parts, { accountId }) =>
    whileServed(parts, accountId, { query: () => watchInvoices(parts, accountId), otherwise: [] }),
  payments: (parts, { accountId }) =>
    whileServed(parts, accountId, { query: () => watchPayments(parts, accountId), otherwise: [] }),
  cases: (parts) => atCounter(parts, () => watchCases(parts), []),
  day: (parts) => atCounter(parts, () => watchDay(parts)),
  comparison: ({ comparison }) => comparison.view$,
  visit: (parts) => watchVisit(parts),
  kiosk: (parts) => watchKiosk(parts),
  submissions: (parts, { show }) => watchSubmissions(parts, show),
};

export function answer<Q extends PartsQuery>(
  query: Q,
  parts: DeviceParts,
  args: QueryArgs<Q>,
): Observable<QueryValue<Q>> {
  return answers[query](parts, args);
}
