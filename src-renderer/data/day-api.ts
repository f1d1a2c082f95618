import type { Movement, Takings } from '../../shared/billing/drawer';
import type { Finding } from '../../shared/metering/finding';
import type { DrawerCount } from '../../shared/model/cash-drawer';
import type { NotSavedReason, SubmissionView } from './submission-view';

export interface DayApi {
  /** Opens the day's cash drawer. @param amount in lei, as typed */
  openDrawer(amount: string): Promise<DrawerOutcome>;
  /** Closes the day at this counter, or says what still waits. @param counted cash in the drawer, in lei, as typed; null: no money was handled */
  closeDay(counted: string | null): Promise<CloseDayOutcome>;
}

export type DrawerOutcome =
  | { outcome: 'saved'; submission: SubmissionView }
  | { outcome: 'blocked'; findings: Finding[] }
  | { outcome: 'not-saved'; reason: NotSavedReason | 'already-open' };

export type CloseDayOutcome =
  | { outcome: 'closed'; submission: SubmissionView }
  | { outcome: 'blocked'; waiting: SubmissionView[] }
  | { outcome: 'not-counted'; findings: Finding[] } // money was handled, and the drawer was not counted
  | { outcome: 'not-saved'; reason: NotSavedReason };

export interface DayView {
  day: string;
  submissions: SubmissionView[]; // newest first
  /** Money in the drawer from days that nobody closed, oldest first: counted when this day is closed. */
  carriedOver: SubmissionView[];
  waiting: number; // of any day
  oldestWaitingAt: string | null;
  closings: DayClosing[]; // of this day, in their order
  drawer: DrawerView;
  /** Of all its drawers, when it was opened again after a closing; null: it has one drawer. */
  wholeDay: Takings | null;
  sinceClosed: number; // recorded after the last closing
  /** Some of it moved money or opened the drawer again: it is to be counted by another closing. */
  moneySinceClosed: boolean;
}

export interface DayClosing {
  at: string;
  by: string | null;
  drawer: DrawerCount | null;
  openedBy: string | null; // the opening whose drawer it counted; null: it was never opened
  movements: Movement[]; // those that it counted, in the order they were made
}

/** The day's cash drawer as it stands. */
export interface DrawerView {
  opened: { at: string; by: string | null } | null; // null: not yet, or not again after the day was closed
  openingBani: number; // 0 until it is opened
  takings: Takings; // since the last closing
  /** It was opened, or money was handled: the day is closed by counting the cash. */
  toCount: boolean;
}
