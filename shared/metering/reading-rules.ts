import type { Policy } from '../model/policy';
import type { ClockEvidence } from '../model/submission';
import { consumptionM3 } from './consumption';
import type { Finding } from './finding';
import {
  type Arrival,
  type BaseIndex,
  highLimitM3,
  monthsSince,
  type ReadingCase,
  type ReadingFacts,
  readingCase,
  rolledOver,
} from './reading-facts';
import { nextWindow } from './windows';

/** Raised with every change of what a rule says; a submission names the version that judged it on the device. */
export const rulesVersion = 2;

type ReadingRule = (reading: ReadingCase) => Finding | null;

const dwellingMaySend: ReadingRule = ({ account }) =>
  account.dwelling === 'apartment' ? { code: 'apartment-not-eligible' } : null;

const accountIsActive: ReadingRule = ({ account }) =>
  account.status === 'closed' ? { code: 'account-closed' } : null;

const meterIsInstalled: ReadingRule = ({ meter }) =>
  meter.status === 'removed' ? { code: 'meter-removed' } : null;

const meterIsReadByHand: ReadingRule = ({ meter }) => (meter.remote ? { code: 'meter-remote' } : null);

const withinWindow: ReadingRule = ({ window, policy, account, capturedAt }) => {
  if (window) return null;
  const next = nextWindow(policy, account.windowGroup, capturedAt);
  return { code: 'window-closed', nextFrom: next?.from ?? null, nextTo: next?.to ?? null };
};

const isWholeNumber: ReadingRule = ({ entry, index }) => {
  if (index !== null) return null;
  return { code: String(entry).trim() === '' ? 'index-missing' : 'index-not-whole' };
};

const fitsRegister: ReadingRule = ({ index, meter }) =>
  index !== null && index >= 10 ** meter.digits ? { code: 'index-too-long', digits: meter.digits } : null;

/** An index the rules about consumption can speak of: whole, within the register and within a window. */
interface Comparable {
  index: number;
  period: string;
}

function comparable({ index, window, meter }: ReadingCase): Comparable | null {
  return index !== null && window && index < 10 ** meter.digits ? { index, period: window.period } : null;
}

const notBelowPrevious: ReadingRule = (reading) => {
  const { previous, lastActual, meter, byStaff } = reading;
  const compared = comparable(reading);
  if (!compared || compared.index >= previous.index) return null;
  if (previous.estimated && compared.index >= lastActual.index) {
    return { code: 'below-estimate', estimatedIndex: previous.index, lastActualIndex: lastActual.index };
  }
  const base = previous.estimated ? lastActual : previous;
  if (rolledOver(reading, base, compared.index, monthsSince(base, compared.period, meter.installedOn))) {
    return {
      code: 'register-rolled-over',
      previousIndex: base.index,
      consumptionM3: consumptionM3(base.index, compared.index, meter.digits),
      byStaff,
    };
  }
  return {
    code: 'index-below-previous',
    period: compared.period,
    previousIndex: base.index,
    previousPeriod: base.period,
  };
};

/** What this index would mean in water; null where nothing can be said. An estimate that proved too high is no base. */
export function usedWater(reading: ReadingCase): { m3: number; months: number; base: BaseIndex } | null {
  const compared = comparable(reading);
  if (!compared) return null;
  const { previous, lastActual, meter } = reading;
  const base = previous.estimated && compared.index < previous.index ? lastActual : previous;
  const months = monthsSince(base, compared.period, meter.installedOn);
  if (compared.index < base.index && !rolledOver(reading, base, compared.index, months)) return null;
  return { m3: consumptionM3(base.index, compared.index, meter.digits), months, base };
}

const nearUsualConsumption: ReadingRule = (reading) => {
  const used = usedWater(reading);
  if (!used || reading.index === null || used.m3 <= highLimitM3(reading, used.months)) return null;
  return {
    code: 'consumption-high',
    index: reading.index,
    consumptionM3: used.m3,
    usualM3: reading.meter.usualM3,
  };
};

const someWaterUsed: ReadingRule = (reading) => {
  const usual = reading.meter.usualM3;
  return usedWater(reading)?.m3 === 0 && usual !== null && usual > 0
    ? { code: 'consumption-zero', usualM3: usual }
    : null;
};

const notSentBefore: ReadingRule = ({ standing, window }) => {
  const sent = standing.find(({ period, source }) => period === window?.period && source !== 'estimate');
  return sent ? { code: 'already-sent', sentIndex: sent.index, sentAt: sent.capturedAt } : null;
};

const notAboveNext: ReadingRule = (reading) => {
  const compared = comparable(reading);
  const next = compared && reading.standing.findLast(({ period }) => period > compared.period);
  if (!compared || !next || compared.index <= next.index) return null;
  const base = { index: compared.index, period: compared.period, estimated: false };
  const months = monthsSince(base, next.period, reading.meter.installedOn);
  if (rolledOver(reading, base, next.index, months)) return null;
  return { code: 'index-above-next', nextIndex: next.index, nextPeriod: next.period };
};

const dayMs = 24 * 60 * 60 * 1000;

const beforeBilling: ReadingRule = ({ arrival, window, policy, capturedAt }) => {
  if (!arrival || !window) return null;
  const lateMs = Date.parse(arrival.receivedAt) - Date.parse(capturedAt);
  const late = lateMs > policy.lateArrivalDays * dayMs;
  return late || arrival.billedPeriods.includes(window.period)
    ? { code: 'period-billed', period: window.period }
    : null;
};

/** A device's own clock is believed while the machine was not restarted, and for the policy's hours after that. */
export function isClockSure(
  { offsetMs, offsetAgeMs, restarted }: ClockEvidence,
  { clockTrustHours }: Pick<Policy, 'clockTrustHours'>,
): boolean {
  if (offsetMs === null || offsetAgeMs === null) return false;
  return !restarted || offsetAgeMs <= clockTrustHours * 3_600_000;
}

const clockIsSure: ReadingRule = ({ clock, policy }) =>
  isClockSure(clock, policy) ? null : { code: 'clock-unsure' };

const mostAheadMs = 2 * 60 * 1000; // two clocks in step never differ by more

/** What is dated in the future would outrank everything that comes before then. */
export function notCapturedAhead({
  arrival,
  capturedAt,
}: {
  arrival: Pick<Arrival, 'receivedAt'> | null;
  capturedAt: string;
}): Finding | null {
  if (!arrival) return null;
  const aheadMs = Date.parse(capturedAt) - Date.parse(arrival.receivedAt);
  return aheadMs > mostAheadMs ? { code: 'captured-ahead', aheadMs } : null;
}

const capturedAfterContact: ReadingRule = ({ arrival, capturedAt }) => {
  const contactAt = arrival?.previousContactAt;
  return contactAt && capturedAt < contactAt ? { code: 'late-after-contact', contactAt } : null;
};

const rules: readonly ReadingRule[] = [
  dwellingMaySend,
  accountIsActive,
  meterIsInstalled,
  meterIsReadByHand,
  withinWindow,
  isWholeNumber,
  fitsRegister,
  notBelowPrevious,
  nearUsualConsumption,
  someWaterUsed,
  notSentBefore,
  notAboveNext,
  beforeBilling,
  clockIsSure,
  notCapturedAhead,
  capturedAfterContact,
];

/** Everything the rules have to say about one index. Pure: the same facts give the same findings on every machine. */
export function checkReading(facts: ReadingFacts): Finding[] {
  const reading = readingCase(facts);
  return rules.flatMap((rule) => rule(reading) ?? []);
}
