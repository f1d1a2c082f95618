import type { Finding, FindingCode } from '../../shared/metering/finding';
import type { NotSavedReason, SubmissionView } from './submission-view';

export interface EntryApi {
  /** What the rules say to an entry, while it is being typed. */
  checkEntry(entry: ReadingEntry): Promise<EntryCheck>;
  /** `saved` only when the journal has flushed it. */
  saveReading(entry: ReadingEntry, confirmed: FindingCode[]): Promise<SaveOutcome>;
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
