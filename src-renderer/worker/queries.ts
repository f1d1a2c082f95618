import { NEVER, type Observable } from 'rxjs';
import type { QueryArgs, QueryName, QueryValue } from '../data/data-api';
import type { DeviceParts } from './device/device-parts';
import { watchAccount } from './views/account-view';
import { watchInvoices, watchPayments } from './views/billing-view';
import { watchCases } from './views/cases-view';
import { watchDay } from './views/day-view';
import { watchNotices } from './views/notices-view';
import { watchSearch } from './views/search-view';
import { watchStatus } from './views/status-view';
import { watchSubmissions } from './views/submissions-list';

/** The device's state is known before anything is open; every other query waits for the parts. */
export type PartsQuery = Exclude<QueryName, 'device'>;

type Answers = { [Q in PartsQuery]: (parts: DeviceParts, args: QueryArgs<Q>) => Observable<QueryValue<Q>> };

const answers: Answers = {
  session: ({ session }) => session.staff$,
  status: (parts) => watchStatus(parts),
  notices: (parts) => watchNotices(parts),
  search: (parts, args) => watchSearch(parts, args),
  account: (parts, { accountId }) => {
    const { firstSync$ } = parts.replications;
    const historyComplete = (): boolean => firstSync$.value.complete.has('readings');
    return watchAccount({ ...parts, historyComplete, historyComplete$: firstSync$ }, accountId);
  },
  invoices: (parts, { accountId }) => watchInvoices(parts, accountId),
  payments: (parts, { accountId }) => watchPayments(parts, accountId),
  cases: (parts) => watchCases(parts),
  day: (parts) => watchDay(parts),
  comparison: ({ comparison }) => comparison.view$,
  visit: () => NEVER,
  kiosk: () => NEVER,
  submissions: (parts, { show }) => watchSubmissions(parts, show),
};

export function answer<Q extends PartsQuery>(
  query: Q,
  parts: DeviceParts,
  args: QueryArgs<Q>,
): Observable<QueryValue<Q>> {
  return answers[query](parts, args);
}
