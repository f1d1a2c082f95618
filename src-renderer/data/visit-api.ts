import type { Finding } from '../../shared/metering/finding';
import type { Invoice } from '../../shared/model/billing';
import type { Language } from '../../shared/model/primitives';
import type { CustomerProfile } from '../../shared/sync/customer';
import type { PaymentChannel, PaymentOrder } from '../../shared/sync/payment-order';
import type { PaymentView } from './payment-api';
import type { NotSavedReason, SubmissionView } from './submission-view';
import type { SyncStatus } from './sync-status';

/*
 * What a customer does at a kiosk, and what a clerk does for one. A visit begins when somebody has shown that an account
 * is theirs and ends with `endVisit`; it lives in the worker's memory alone. While one is open at a self-service device
 * the calls of `DataApi` that save something (an index) save it as the customer's own.
 */
export interface VisitApi {
  /** By the two codes on the invoice. Asks the server; without it, tells a typing error by 12 bits and lets the server decide later. */
  identify(codes: Codes): Promise<IdentifyOutcome>;
  /** By e-mail and password: only the server knows. */
  signInCustomer(credentials: { email: string; password: string }): Promise<CustomerSignInOutcome>;
  /** Whose sign-in has ended shows by the password that they are the same customer: the visit goes on where it was. */
  signInAgain(password: string): Promise<SignInAgainOutcome>;
  /** The customer is there: they touched something, or asked for more time. A sign-in lasts longer by it. */
  renewVisit(): Promise<void>;
  /** A customer of several accounts goes on with another one. */
  chooseAccount(accountId: string): Promise<void>;
  endVisit(): Promise<void>;
  /** What the rules say to a registration, while it is being typed. Says nothing about codes that are not of this device's. */
  checkRegistration(entry: RegistrationEntry): Promise<Finding[]>;
  /**
   * `saved` only when the journal has flushed it: sealed to the server's key, so it works without the server.
   * @param language of mail about it; Romanian when left out, as in the other calls that lead to mail
   */
  register(entry: RegistrationEntry, language?: Language): Promise<FormOutcome>;
  checkContactChange(entry: ContactEntry): Promise<Finding[]>;
  changeContact(entry: ContactEntry, language?: Language): Promise<FormOutcome>;
  /** Online only, at a kiosk, by a customer who signed in. */
  changePassword(entry: PasswordEntry): Promise<PasswordOutcome>;
  /** The slip of something recorded here, or paid here by order, goes to the account's e-mail address, once the server has it. */
  emailSlip(
    of: SlipOf,
    language?: Language,
  ): Promise<{ outcome: 'saved' } | { outcome: 'not-saved'; reason: NotSavedReason }>;
  /** Begins, or asks again for, a payment by card or on the provider's page. Online only. */
  orderPayment(entry: OrderEntry): Promise<OrderOutcome>;
  /** Resolves when the order has changed, or after some seconds with what it was. */
  followOrder(orderId: string): Promise<OrderOutcome>;
  /** What a receipt number stands for: known here, or by the server. */
  findReceipt(receiptNumber: string): Promise<ReceiptOutcome>;
  /** Invoices and payments from before the months that devices hold. Online only. */
  olderBilling(accountId: string): Promise<OlderBillingOutcome>;
}

/** What a slip tells of: a submission by its id, or a payment order, which the device does not record. */
export type SlipOf = string | Pick<PaymentOrder, 'id' | 'accountId'>;

export interface Codes {
  clientCode: string;
  internalCode: string;
}

export type IdentifyOutcome =
  /** `checkedBy`: the server knows; the device alone can only tell typing errors, and the server decides later. */
  | { outcome: 'identified'; accountId: string; checkedBy: 'server' | 'device' }
  | { outcome: 'wrong' } // never which of the two
  | { outcome: 'locked'; retryAfterMs: number }
  | { outcome: 'not-possible' }; // offline before this device has ever had what it takes

export type CustomerSignInOutcome =
  | { outcome: 'signed-in'; accountIds: string[] } // the first of them is open
  | { outcome: 'wrong' }
  | { outcome: 'email-not-confirmed' }
  | { outcome: 'locked'; retryAfterMs: number }
  | { outcome: 'offline' };

/** `gone`: the password is right, and the account that is open is no longer one of theirs. */
export type SignInAgainOutcome = CustomerSignInOutcome | { outcome: 'gone' };

/** As typed. During a visit by codes at a kiosk the codes may be left empty: the worker knows them. */
export interface RegistrationEntry extends Codes {
  email: string;
  phone: string;
  password: string;
  passwordAgain: string;
  /** At a counter: the clerk has seen a document; null at a kiosk. */
  identityDocument: 'seen' | 'not-seen' | null;
}

/** What is null stays as it is. */
export interface ContactEntry {
  accountId: string;
  phone: string | null;
  email: string | null;
  invoiceByEmail: boolean | null;
  identityDocument: 'seen' | 'not-seen' | null; // null at a kiosk
}

export type FormOutcome =
  | { outcome: 'saved'; submission: SubmissionView }
  | { outcome: 'blocked'; findings: Finding[] }
  | { outcome: 'locked'; retryAfterMs: number } // too many wrong codes
  | { outcome: 'not-saved'; reason: NotSavedReason | 'no-key' | 'account-gone' }; // no-key: never had the server's key

export interface PasswordEntry {
  oldPassword: string;
  password: string;
  passwordAgain: string;
}

export type PasswordOutcome =
  | { outcome: 'changed' }
  | { outcome: 'blocked'; findings: Finding[] }
  | { outcome: 'wrong' } // the old one
  | { outcome: 'locked'; retryAfterMs: number }
  | { outcome: 'visit-over' }
  | { outcome: 'offline' };

export interface OrderEntry {
  orderId: string; // a UUIDv4 made by the screen: the same one asks for the same order again
  accountId: string;
  invoiceIds: string[];
  amountBani: number; // as the customer was shown
  channel: PaymentChannel;
  language: Language; // of the payment page and the terminal
}

export type OrderOutcome =
  | { outcome: 'order'; order: PaymentOrder }
  | {
      outcome: 'refused';
      /**
       * `not-begun`: this request began nothing; of one before it that was not answered this says nothing. `no-room`: the
       * same, because this device has no room to write it down.
       */
      reason:
        | 'amount-changed'
        | 'no-card-terminal'
        | 'no-payment-page'
        | 'terminal-busy'
        | 'no-room'
        | 'not-begun';
    }
  /** Whether anything was charged is not known here; the server sees to it. Ask again with the same id. */
  | { outcome: 'offline' };

/** Newest first; no invoice of them is open. */
export interface OlderBilling {
  invoices: Invoice[];
  payments: PaymentView[];
}

export type OlderBillingOutcome = ({ outcome: 'older' } & OlderBilling) | { outcome: 'not-fetched' };

export type ReceiptOutcome =
  | { outcome: 'found'; receipt: ReceiptView }
  | { outcome: 'mistyped' } // its last sign does not fit the others
  | { outcome: 'unknown' }
  | { outcome: 'offline' }; // not one of this device's, and the server cannot be asked

export interface ReceiptView {
  receiptNumber: string;
  submissionId: string;
  accountId: string | null;
  kind: SubmissionView['kind'];
  state: SubmissionView['state'];
  findings: Finding[];
  capturedAt: string;
  period: string | null;
  index: number | null;
  amountBani: number | null;
  deviceName: string | null; // null: this device
}

/** Who stands at the kiosk, as far as they have shown; null: nobody. */
export interface VisitView {
  accountId: string;
  /** `password` opens *Contul meu* too. */
  shownBy: 'codes' | 'password';
  /**
   * Of a sign-in by password. `ending`: in two minutes at most, as it could not be renewed; `over`: nothing is saved by it
   * any more.
   */
  signIn: 'open' | 'ending' | 'over' | null;
  accountIds: string[]; // all that this visit opens
  /** Of the open account, after a sign-in. */
  profile: CustomerProfile | null;
  /** What this device recorded for the account and somebody should tell the customer: refused registrations and the like. */
  notices: SubmissionView[];
}

/** What the kiosk can do now, for its first screen and the choices on the others. */
export interface KioskView {
  office: string;
  online: boolean | null; // null: at start, nothing known yet
  accountsReady: boolean;
  billingReady: boolean; // false until the invoices and payments have arrived: none here means nothing yet
  /** False: the disk has no room left for what is asked here, so no index, form or payment would be saved. */
  canSave: boolean;
  /** Whether what comes from the server can be written. */
  storage: SyncStatus['storage'];
  /** Open now for most customers, or when it opens next. */
  window: { from: string; to: string } | null;
  nextWindow: { from: string; to: string } | null;
  cardTerminal: boolean;
  paymentPage: boolean;
  passwordLength: number;
  /** A pattern with the groups `clientCode` and `internalCode`; null before any policy has arrived: nothing is read. */
  invoiceBarcode: string | null;
  idleSeconds: number;
  warningSeconds: number;
}
