import type { Movement, Takings } from '../../shared/billing/drawer';
import type { Finding, FindingCode } from '../../shared/metering/finding';
import type { BaseIndex } from '../../shared/metering/reading-facts';
import type { Account, Meter, MeterReadings, PeriodReading } from '../../shared/model/account';
import type { Invoice, Payment } from '../../shared/model/billing';
import type { DrawerCount } from '../../shared/model/cash-drawer';
import type { CounterMethod } from '../../shared/model/payment';
import type { TransmissionWindow } from '../../shared/model/policy';
import type { Staff } from '../../shared/model/staff';
import type { SubmissionKind } from '../../shared/model/submission';
import type { Settlement } from '../../shared/model/verdict';
import type { CollectionName } from '../../shared/sync/collections';
import type { Device } from '../../shared/sync/device';
import type { KioskView, VisitApi, VisitView } from './visit-api';

/*
 * The one interface between the screens and the data worker. Screens know nothing of RxDB, journals or the network:
 * they watch live queries and ask for things to be done. Every value here survives structured cloning.
 */
export interface DataApi extends VisitApi {
  /** Calls back with the value now and after every change, until the returned function is called. */
  watch<Q extends QueryName>(
    query: Q,
    args: QueryArgs<Q>,
    listener: (value: QueryValue<Q>) => void,
  ): Promise<() => void>;
  /** Makes this browser profile or desktop a device of the utility. */
  enrol(code: string): Promise<EnrolOutcome>;
  signIn(userName: string, password: string): Promise<SignInOutcome>;
  signOut(): Promise<void>;
  /** What the rules say to an entry, while it is being typed. */
  checkEntry(entry: ReadingEntry): Promise<EntryCheck>;
  /** `saved` only when the journal has flushed it. */
  saveReading(entry: ReadingEntry, confirmed: FindingCode[]): Promise<SaveOutcome>;
  /** What the rules say to a payment, while it is being typed. */
  checkPayment(payment: PaymentEntry): Promise<PaymentCheck>;
  /** Money taken at the counter: `saved` only when the journal has flushed it, so cash works without the server. */
  savePayment(payment: PaymentEntry): Promise<PaymentOutcome>;
  /** Takes a payment back: a clerk on the same day, a supervisor later. */
  reversePayment(reversal: ReversalEntry): Promise<ReversalOutcome>;
  /** A supervisor settles something held, refused or set aside. */
  decide(decision: DecisionEntry): Promise<SettleOutcome>;
  /**
   * A supervisor's own value for a month, instead of `settles` or of whatever stands.
   * @param confirmed findings the person was asked about and confirmed
   */
  correctReading(correction: CorrectionEntry, confirmed: FindingCode[]): Promise<CorrectionOutcome>;
  /** Closes the day at this counter, or says what still waits. @param counted cash in the drawer, in lei, as typed; null: no money was handled */
  closeDay(counted: string | null): Promise<CloseDayOutcome>;
  /** Hands in another device's sealed export under a supervisor's name. */
  importWaiting(file: { sealed: string; userName: string; password: string }): Promise<ImportOutcome>;
  /** Tries the server at once instead of at the next retry. */
  syncNow(): Promise<void>;
  /** What waits here, sealed to the server's key. Works without the databases, from the journal alone. */
  exportWaiting(): Promise<ExportOutcome>;
  /** The person has read what the start-up check had to say. */
  dismissNotices(): Promise<void>;
  /** Compares counts and hashes with the server; returns when the query `comparison` has the result. */
  compareNow(): Promise<void>;
  /** From a start-up problem: deletes the local databases, never the journal, and starts again. */
  rebuild(): Promise<void>;
}

/** What the start-up check found, in the order of its weight. */
export type StartupNotice =
  | { code: 'data-vanished'; submissions: number } // the databases were gone; rebuilt from the journal and the server
  | { code: 'data-damaged'; submissions: number } // they could not be read; rebuilt
  | { code: 'journal-vanished'; submissions: number } // written again from the database
  | { code: 'journal-damaged'; lines: number } // lines that do not check, set aside as evidence
  | { code: 'journal-gap'; from: number; to: number } // numbers that were given and are nowhere
  | { code: 'of-other-device'; deviceId: string; submissions: number }; // wait here, and only an export can bring them in

export interface DecisionEntry {
  submissionId: string;
  action: 'accept' | 'set-aside';
  note: string; // 3 to 500 characters
}

export interface CorrectionEntry {
  accountId: string;
  meterId: string;
  period: string;
  entry: string; // as typed
  note: string; // 3 to 500 characters
  settles: string | null;
}

export type SettleOutcome =
  | { outcome: 'saved'; submission: SubmissionView }
  | { outcome: 'blocked'; findings: Finding[] }
  | { outcome: 'not-saved'; reason: NotSavedReason | 'not-a-supervisor' | 'note-missing' };

export type CorrectionOutcome = SettleOutcome | { outcome: 'to-confirm'; findings: Finding[] }; // ask, then correct again with their codes

/** Amounts as typed, in lei. */
export interface PaymentEntry {
  accountId: string;
  invoiceIds: string[]; // the oldest is paid first, whatever the order here
  amount: string;
  method: CounterMethod;
  tendered: string; // cash received; empty: exactly the amount
  terminalReference: string; // of the card terminal's slip
}

export interface PaymentCheck {
  findings: Finding[];
  gate: 'blocked' | 'to-confirm' | 'clear';
  amountBani: number | null;
  changeBani: number | null; // goes back to who pays cash; null while too little was received
}

export type PaymentOutcome =
  | { outcome: 'saved'; submission: SubmissionView }
  | { outcome: 'blocked'; findings: Finding[] }
  | { outcome: 'not-saved'; reason: NotSavedReason };

export interface ReversalEntry {
  paymentId: string;
  note: string; // 3 to 500 characters
}

export type ReversalOutcome =
  | { outcome: 'saved'; submission: SubmissionView }
  | { outcome: 'blocked'; findings: Finding[] }
  | { outcome: 'not-saved'; reason: NotSavedReason | 'note-missing' };

/** A payment as screens show it; what of the amount no allocation takes is a credit. */
export interface PaymentView extends Payment {
  /** `leftBani`: what of the invoice is still to be paid; absent where that is not known here. */
  allocations: (Payment['allocations'][number] & { leftBani?: number | undefined })[];
  reversible: boolean; // taken at a counter: one paid elsewhere is given back elsewhere
  submission: SubmissionView | null; // null: not made on this device
  reversal: SubmissionView | null; // made on this device
}

export type CloseDayOutcome =
  | { outcome: 'closed'; submission: SubmissionView }
  | { outcome: 'blocked'; waiting: SubmissionView[] }
  | { outcome: 'not-counted'; findings: Finding[] } // money was handled, and the drawer was not counted
  | { outcome: 'not-saved'; reason: NotSavedReason };

export type ExportOutcome =
  | { outcome: 'exported'; fileName: string; sealed: string; submissions: number }
  | { outcome: 'nothing-waits' }
  | { outcome: 'no-key' } // this device has never had the server's key
  | { outcome: 'journal-unreadable' };

export type ImportOutcome =
  | {
      outcome: 'imported';
      deviceId: string;
      accepted: number;
      held: number;
      refused: number;
      notRecorded: number;
    }
  | {
      outcome: 'refused';
      reason:
        | 'wrong-credentials'
        | 'not-a-supervisor'
        | 'not-an-export'
        | 'other-server'
        | 'other-office'
        | 'too-fast';
    }
  | { outcome: 'go-on' } // the server took some at most: the same file handed in again goes on from there
  | { outcome: 'offline' };

export interface ComparisonView {
  last: {
    at: string;
    outcome: 'same' | 'different' | 'unfinished'; // unfinished: offline, or the server kept changing
    /** Null: not counted here, or not compared. */
    collections: {
      collection: CollectionName;
      here: number | null;
      atServer: number | null;
      same: boolean;
    }[];
  } | null;
  running: boolean;
}

export interface CaseView {
  submissionId: string;
  why: 'held' | 'refused' | 'set-aside' | 'review';
  kind: SubmissionKind;
  findings: Finding[];
  own: boolean; // made on this device
  deviceId: string;
  deviceName: string | null; // null: not known here
  receiptNumber: string;
  actorName: string | null; // the clerk's display name; null: a customer, or made elsewhere
  accountId: string | null;
  holderName: string | null;
  clientCode: string | null;
  meterId: string | null;
  meterSerial: string | null;
  period: string | null;
  index: number | null;
  at: string; // decided by the server, or recorded here when it was set aside
  /** A decision or correction made here whose effect on the case has not arrived yet. */
  decision: SubmissionView | null;
}

export interface DayView {
  day: string;
  submissions: SubmissionView[]; // newest first
  /** Money in the drawer from days that nobody closed, oldest first: counted when this day is closed. */
  carriedOver: SubmissionView[];
  waiting: number; // of any day
  oldestWaitingAt: string | null;
  closings: DayClosing[]; // of this day, in their order
  drawer: DrawerView;
  sinceClosed: number; // recorded after the last closing
}

export interface DayClosing {
  at: string;
  by: string | null;
  drawer: DrawerCount | null;
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

export type DeviceState =
  | { state: 'starting' }
  | { state: 'other-window' } // another window of this profile owns the data
  /** `lost`: this was a device and has lost its secret; a replacement code for it sends what waits here. */
  | { state: 'not-enrolled'; lost: { deviceId: string; waiting: number } | null }
  | { state: 'revoked'; device: Device }
  | { state: 'startup-problem'; problem: StartupProblem }
  | { state: 'ready'; device: Device };

export type StartupProblem =
  | 'storage-unavailable' // no IndexedDB, OPFS or WebCrypto: a plain-http address, or a private window
  | 'database-unreadable'
  | 'database-stuck' // a database or the journal does not open: something else holds it
  | 'secret-unreadable' // who this device is, and its token
  | 'journal-unreadable';

export type EnrolOutcome =
  | { outcome: 'enrolled'; device: Device }
  | { outcome: 'refused'; reason: 'code-unknown' | 'code-used' | 'too-fast' }
  | { outcome: 'not-kept' } // the code is spent, and who this device is could not be written down
  | { outcome: 'server-trouble' }
  | { outcome: 'offline' };

export type SignInOutcome =
  | { outcome: 'signed-in'; staff: Staff; offline: boolean }
  | {
      outcome: 'refused';
      reason: 'wrong-credentials' | 'staff-disabled' | 'first-sign-in-needs-server' | 'offline-too-long';
    }
  | { outcome: 'locked'; retryAfterMs: number };

/** What the status bar tells. Each part is a fact; none is guessed from `navigator.onLine`. */
export interface SyncStatus {
  connection:
    | { state: 'connecting' } // at start, nothing known yet
    | { state: 'online' }
    | { state: 'offline'; since: string | null; reason: 'unreachable' | 'server-trouble' }
    | { state: 'locked-out'; problem: 'device-revoked' | 'unauthenticated' | 'protocol-too-old' };
  /** The last authenticated exchange that succeeded. */
  lastExchangeAt: string | null;
  /** Null when everything that is true has been pulled at least once. */
  firstSync: { collection: CollectionName; done: number; total: number | null } | null;
  /** Index entry needs these: false only until the first sync has brought accounts and policy. */
  accountsReady: boolean;
  searchIndex: 'building' | 'ready';
  waiting: { submissions: number; oldestAt: string | null }; // kept here, not yet answered by a verdict
  held: number; // until a supervisor settles it
  refused: number; // or set aside, until a supervisor settles it
  /** Whether what is pulled can be written. What is saved here goes to the journal, which has space of its own. */
  storage: 'ok' | 'full' | 'failing';
  /** How far this machine's clock is off (server minus device, null: in step), and whether nobody can vouch for the time now. */
  clock: { offMs: number | null; unsure: boolean };
  /** A new cache is built beside the one that is shown; null: none is. */
  rebuilding: { done: number; total: number | null } | null;
}

export interface SearchHit {
  accountId: string;
  holderName: string;
  serviceAddress: string;
  locality: string;
  clientCode: string;
  dwelling: Account['dwelling'];
  status: Account['status'];
  customerKind: Account['customerKind'];
  meterSerials: string[];
  /** Where this month's index stands over all meters that may send one. */
  month: 'nothing-yet' | 'held' | 'kept-here' | 'received' | 'not-expected';
}
export interface SearchResults {
  hits: SearchHit[];
  more: boolean; // there are more than `limit`
}

export interface AccountView {
  account: Account;
  meters: MeterView[];
  /** False until the 13 months have arrived; index entry works before. */
  historyReady: boolean;
}

export interface MeterView {
  meter: Meter;
  months: MeterReadings['months']; // up to 13, oldest first, this device's own submissions laid over
  previous: BaseIndex; // what a new index is compared with
  window: TransmissionWindow | null; // open now
  nextWindow: TransmissionWindow | null;
  /** What stands for the open window's period, own submissions included; null: nothing sent yet. */
  current: PeriodReading | null;
  /** The state of `current` when it was sent here; null when it came from elsewhere. */
  currentSubmission: SubmissionView | null;
  /** This device's submissions for the meter, newest first. */
  submissions: SubmissionView[];
}

export interface ReadingEntry {
  accountId: string;
  meterId: string;
  entry: string; // as typed
}

export interface EntryCheck {
  findings: Finding[];
  consumptionM3: number | null; // what the entry would mean in water
  gate: 'blocked' | 'to-confirm' | 'clear';
}

export type SaveOutcome =
  | { outcome: 'saved'; submission: SubmissionView }
  | { outcome: 'blocked'; findings: Finding[] }
  | { outcome: 'to-confirm'; findings: Finding[] } // ask, then save again with their codes
  | { outcome: 'not-saved'; reason: NotSavedReason | 'account-gone' | 'no-key' }; // no-key: a kiosk that never had the server's key

export type NotSavedReason = 'no-space' | 'journal-failed' | 'not-signed-in';

/** kept → sent (the server has answered) → received | superseded | held | refused (the verdict is here); or set aside. */
export type SubmissionState = 'kept' | 'sent' | 'received' | 'superseded' | 'held' | 'refused' | 'set-aside';

export interface SubmissionView {
  id: string;
  kind: SubmissionKind;
  state: SubmissionState;
  findings: Finding[]; // why, when held, refused or set aside
  review: boolean;
  accountId: string | null;
  holderName: string | null; // null while the account is not here
  clientCode: string | null;
  meterSerial: string | null;
  period: string | null;
  index: number | null;
  amountBani: number | null; // of a payment
  /** Of a payment made here: the cash received (null: exactly the amount), and the number on the card terminal's slip. */
  taken?: { tenderedBani: number | null; terminalReference: string | null };
  capturedAt: string;
  receiptNumber: string;
  actorName: string | null; // the clerk's display name
  /** How a supervisor settled it; null while nobody has. */
  settled: Settled | null;
  /** What it settles itself, when it is a decision, or a correction sent instead of something. */
  settles: { submissionId: string; action: Settled['action']; note: string } | null;
}

/** By whom, when and why; `pending` while only this device knows. */
export interface Settled extends Settlement {
  pending: boolean;
}
