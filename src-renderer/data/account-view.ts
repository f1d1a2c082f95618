import type { BaseIndex } from '../../shared/metering/reading-facts';
import type { Account, Meter, MeterReadings, PeriodReading } from '../../shared/model/account';
import type { TransmissionWindow } from '../../shared/model/policy';
import type { SubmissionView } from './submission-view';

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
  /** The number that its sender was given for `current`; null: nobody sent it (an import, an estimate). */
  currentReceipt: string | null;
  /** This device's submissions for the meter, newest first. */
  submissions: SubmissionView[];
}
