import type { Invoice } from '../../shared/model/billing';
import type { Staff } from '../../shared/model/staff';
import type { AccountView } from './account-view';
import type { ComparisonView } from './care-api';
import type { DayView } from './day-api';
import type { DeviceState, StartupNotice } from './device-api';
import type { PaymentView } from './payment-api';
import type { SearchResults } from './search-view';
import type { CaseView } from './settling-api';
import type { SubmissionView } from './submission-view';
import type { SyncStatus } from './sync-status';
import type { KioskView, VisitView } from './visit-api';

export interface Queries {
  /** What this machine is and whether it can work at all. Everything else waits for `ready`. */
  device: { args: null; value: DeviceState };
  /** Who is signed in. */
  session: { args: null; value: Staff | null };
  status: { args: null; value: SyncStatus };
  /** What the start-up check had to say and nobody has yet said to have read. */
  notices: { args: null; value: StartupNotice[] };
  search: { args: { text: string; limit: number }; value: SearchResults };
  account: { args: { accountId: string }; value: AccountView | null };
  invoices: { args: { accountId: string }; value: Invoice[] }; // newest first, what was paid here taken off
  payments: { args: { accountId: string }; value: PaymentView[] }; // newest first, this device's own among them
  /** This device's own submissions that somebody should know of. */
  submissions: { args: { show: 'waiting' | 'attention' | 'today' }; value: SubmissionView[] }; // newest first
  /** What a supervisor has to settle in this device's offices, oldest first; also from other devices. */
  cases: { args: null; value: CaseView[] };
  /** What was done on this device today, and whether the day is closed. */
  day: { args: null; value: DayView };
  /** Who stands at this kiosk. */
  visit: { args: null; value: VisitView | null };
  kiosk: { args: null; value: KioskView };
  /** Whether this device holds what the server has, as last compared. */
  comparison: { args: null; value: ComparisonView };
}

export type QueryName = keyof Queries;
export type QueryArgs<Q extends QueryName> = Queries[Q]['args'];
export type QueryValue<Q extends QueryName> = Queries[Q]['value'];
