import { revisionOf, withOwnReadings } from '../../../shared/metering/own-readings';
import type { Account, Meter, MeterReadings, PeriodReading } from '../../../shared/model/account';
import type { Policy } from '../../../shared/model/policy';
import type { OwnLedger } from '../own/own-ledger';
import { ownSettlingOf } from '../own/settlements';

export interface MeterTruth {
  account: Account;
  meter: Meter;
  /** Null before the 13 months have arrived: the account's own latest readings are enough to go on. */
  history: MeterReadings | null;
}

type Ledger = Pick<OwnLedger, 'ofMeter' | 'verdicts' | 'isSetAside' | 'settling'>;

/**
 * What stands for each period of a meter, newest first: truth with this device's own submissions laid over, and what was
 * decided here on them. One that the server could not record and never will stands nowhere.
 */
export function standingOf(
  { account, meter, history }: MeterTruth,
  ledger: Ledger,
  policies: readonly Policy[],
): PeriodReading[] {
  const own = ledger
    .ofMeter(meter.id)
    .flatMap((submission) => revisionOf(submission, policies, account.windowGroup) ?? []);
  const truth = [...(history?.months ?? []), ...meter.latestReadings];
  return withOwnReadings(truth, own, (id) => isOut(ledger, id)).map(toPeriodReading);
}

/** Whether an own reading does not count: the server's word, until a decision made here says otherwise. */
export function isOut(ledger: Omit<Ledger, 'ofMeter'>, id: string): boolean {
  if (ledger.isSetAside(id)) return true;
  const verdict = ledger.verdicts.get(id);
  const decided = (verdict?.settledBy ?? null) === null ? ownSettlingOf(ledger, id) : null;
  return decided ? decided.action === 'set-aside' : verdict?.outcome === 'refused';
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
