import type { Finding, FindingCode } from '../../shared/metering/finding';
import type { SubmissionKind } from '../../shared/model/submission';
import type { NotSavedReason, SubmissionView } from './submission-view';

export interface SettlingApi {
  /** A supervisor settles something held, refused or set aside. */
  decide(decision: DecisionEntry): Promise<SettleOutcome>;
  /**
   * A supervisor's own value for a month, instead of `settles` or of whatever stands.
   * @param confirmed findings the person was asked about and confirmed
   */
  correctReading(correction: CorrectionEntry, confirmed: FindingCode[]): Promise<CorrectionOutcome>;
}

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
