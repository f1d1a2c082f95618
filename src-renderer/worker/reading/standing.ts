import { revisionOf, withOwnReadings } from '../../../shared/metering/own-readings';
import type { Account, Meter, MeterReadings, PeriodReading } from '../../../shared/model/account';
import type { Policy } from '../../../shared/model/policy';
import type { OwnLedger } from '../own/own-ledger';

export interface MeterTruth {
  account: Account;
  meter: Meter;
  /** Null before the 13 months have arrived: the account's own latest readings are enough to go on. */
  history: MeterReadings | null;
}

/**
 * What stands for each period of a meter, newest first: truth with this device's own submissions laid over. One that the
 * server could not record and never will stands nowhere.
 */
export function standingOf(
  { account, meter, history }: MeterTruth,
  ledger: Pick<OwnLedger, 'ofMeter' | 'verdicts' | 'isSetAside'>,
  policies: readonly Policy[],
): PeriodReading[] {
  const own = ledger
    .ofMeter(meter.id)
    .filter(({ id }) => !ledger.isSetAside(id))
    .flatMap((submission) => revisionOf(submission, policies, account.windowGroup) ?? []);
  return withOwnReadings([...(history?.months ?? []), ...meter.latestReadings], own, ledger.verdicts).map(
    toPeriodReading,
  );
}

const toPeriodReading = ({
  period,
  index,
  capturedAt,
  submissionId,
  source,
}: PeriodReading): PeriodReading => ({
  period,
  index,
  capturedAt,
  submissionId,
  source,
});
