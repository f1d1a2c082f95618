import type { Meter, PeriodReading } from '../model/account';
import type { Finding } from './finding';
import { periodOfDay } from './period';
import { type Arrival, wholeIndex } from './reading-facts';
import { notCapturedAhead } from './reading-rules';

/** What a supervisor's own value for a month is judged by. It may lie outside every window and in a billed month. */
export interface CorrectionFacts {
  entry: string | number; // as typed, or as sent
  period: string;
  /** The month in which it was recorded, in the policy's time zone. */
  recordedIn: string;
  meter: Pick<Meter, 'digits' | 'installedOn' | 'initialIndex'>;
  standing: readonly PeriodReading[]; // newest first
  capturedAt: string;
  /** Known only where it arrives: null on a device. */
  arrival: Pick<Arrival, 'receivedAt'> | null;
}

type CorrectionRule = (facts: CorrectionFacts, index: number | null) => Finding | null;

const isWholeNumber: CorrectionRule = ({ entry }, index) => {
  if (index !== null) return null;
  return { code: String(entry).trim() === '' ? 'index-missing' : 'index-not-whole' };
};

const fitsRegister: CorrectionRule = ({ meter }, index) =>
  index !== null && index >= 10 ** meter.digits ? { code: 'index-too-long', digits: meter.digits } : null;

/** From the meter's first month to this one, or to the latest that has a reading. */
const withinLife: CorrectionRule = ({ period, recordedIn, meter, standing }) => {
  const begun = period <= recordedIn || period <= (standing[0]?.period ?? recordedIn);
  return begun && period >= periodOfDay(meter.installedOn) ? null : { code: 'correction-period', period };
};

const notBelowPrevious: CorrectionRule = ({ period, meter, standing }, index) => {
  if (index === null || index >= 10 ** meter.digits) return null;
  const earlier = standing.filter((reading) => reading.period < period);
  const actual = earlier.find(({ source }) => source !== 'estimate');
  const actualIndex = actual?.index ?? meter.initialIndex;
  const [previous] = earlier;
  const previousIndex = previous?.index ?? meter.initialIndex;
  if (index >= previousIndex) return null;
  if (previous?.source === 'estimate' && index >= actualIndex)
    return { code: 'below-estimate', estimatedIndex: previousIndex, lastActualIndex: actualIndex };
  return { code: 'correction-below-previous', previousIndex, previousPeriod: previous?.period ?? null };
};

const notAboveNext: CorrectionRule = ({ period, meter, standing }, index) => {
  const next = standing.findLast((reading) => reading.period > period);
  if (index === null || index >= 10 ** meter.digits) return null;
  if (!next || index <= next.index) return null;
  return { code: 'correction-above-next', nextIndex: next.index, nextPeriod: next.period };
};

const rules: readonly CorrectionRule[] = [
  isWholeNumber,
  fitsRegister,
  withinLife,
  notBelowPrevious,
  notAboveNext,
  notCapturedAhead,
];

/** Everything the rules have to say about a supervisor's own value. Pure, as `checkReading` is. */
export function checkCorrection(facts: CorrectionFacts): Finding[] {
  const index = wholeIndex(facts.entry);
  return rules.flatMap((rule) => rule(facts, index) ?? []);
}
