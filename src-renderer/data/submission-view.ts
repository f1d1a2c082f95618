import type { Finding } from '../../shared/metering/finding';
import type { SubmissionKind } from '../../shared/model/submission';
import type { Settlement } from '../../shared/model/verdict';

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
  /** Of the cash drawer: whether it was opened, or counted at the day's end. */
  drawer?: 'opened' | 'closed';
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
