import { revisionOf, withOwnReadings } from '../../../shared/metering/own-readings';
import { readingsForUsual, usualIn, usualM3 } from '../../../shared/metering/usual';
import { windowAt } from '../../../shared/metering/windows';
import type { Account, Meter, MeterReadings, PeriodReading } from '../../../shared/model/account';
import type { Policy } from '../../../shared/model/policy';
import type { Period } from '../../../shared/model/primitives';
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
  return withOwnReadings(truthOf({ meter, history }), own, (id) => isOut(ledger, id)).map(toPeriodReading);
}

const truthOf = ({ meter, history }: Omit<MeterTruth, 'account'>): PeriodReading[] => [
  ...(history?.months ?? []),
  ...meter.latestReadings,
];

/**
 * The meter as an index is judged on it at a moment: with what is usual before the month of the open window. The server's
 * word, from the whole history; while an own index of an earlier month has yet to become part of that, as the server
 * will say when it has, where enough months are held here to tell.
 * @param standing what stands here for each period, newest first
 */
export function judgedMeter(
  truth: MeterTruth,
  standing: readonly PeriodReading[],
  { policy, capturedAt }: { policy: Policy; capturedAt: string },
): Meter {
  const { account, meter } = truth;
  const period = windowAt(policy, account.windowGroup, capturedAt)?.period ?? null;
  const actual = standing.filter((reading) => isActual(reading) && isBefore(reading, period));
  const known = new Set(truthOf(truth).map(({ submissionId }) => submissionId));
  const asServer = actual.every(({ submissionId }) => known.has(submissionId));
  const told = asServer || actual.length < readingsForUsual;
  return { ...meter, usualM3: told ? usualIn(meter, period) : usualM3(actual, meter.digits) };
}

const isActual = ({ source }: PeriodReading): boolean => source !== 'estimate';
const isBefore = (reading: PeriodReading, period: Period | null): boolean =>
  period === null || reading.period < period;

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
