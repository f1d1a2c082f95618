import { assertNever } from '../assert-never';
import type { Finding } from '../metering/finding';
import { addMonths } from '../metering/period';
import type { Formats } from './format';
import type { findings } from './ro/findings';

export type FindingKey = `findings.${keyof typeof findings}`;

type FindingParam =
  | 'actual'
  | 'amount'
  | 'at'
  | 'consumption'
  | 'day'
  | 'digits'
  | 'estimated'
  | 'from'
  | 'index'
  | 'least'
  | 'minutes'
  | 'month'
  | 'next'
  | 'previous'
  | 'sent'
  | 'to'
  | 'usual';

/** A sentence by its key, with everything it names already written in the reader's language. */
export interface FindingSentence {
  key: FindingKey;
  params: Partial<Record<FindingParam, string>>;
}

const untilDecided = [
  'findings.index-above-next',
  'findings.period-billed',
  'findings.clock-unsure',
  'findings.actor-not-allowed',
  'findings.outside-scope',
  'findings.codes-unchecked',
  'findings.session-unknown',
  'findings.late-after-contact',
] as const satisfies FindingKey[];

/**
 * The one place where a finding meets its words.
 * @param decided somebody has decided on it: that a supervisor decides is not said any more
 */
export function findingText(finding: Finding, format: Formats, decided = false): FindingSentence {
  const { key, params } = sentenceFor(finding, format);
  const open = decided && untilDecided.find((known) => known === key);
  return { key: open ? `${open}-decided` : key, params };
}

function sentenceFor(finding: Finding, format: Formats): FindingSentence {
  switch (finding.code) {
    case 'window-closed':
      return windowClosed(finding, format);
    case 'index-below-previous':
      return belowPrevious(finding, format);
    case 'consumption-high':
      return consumptionHigh(finding, format);
    case 'index-too-long':
      return { key: 'findings.index-too-long', params: { digits: String(finding.digits) } };
    case 'below-estimate':
      return {
        key: 'findings.below-estimate',
        params: {
          estimated: format.number(finding.estimatedIndex),
          actual: format.number(finding.lastActualIndex),
        },
      };
    case 'register-rolled-over':
      return {
        key: finding.byStaff ? 'findings.register-rolled-over' : 'findings.register-rolled-over-ask-clerk',
        params: {
          previous: format.number(finding.previousIndex),
          consumption: format.number(finding.consumptionM3),
        },
      };
    case 'already-sent':
      return {
        key: 'findings.already-sent',
        params: { sent: format.number(finding.sentIndex), at: format.moment(finding.sentAt) },
      };
    case 'index-above-next':
      return {
        key: 'findings.index-above-next',
        params: { next: format.number(finding.nextIndex), month: format.month(finding.nextPeriod) },
      };
    case 'correction-below-previous':
      return correctionBelowPrevious(finding, format);
    case 'correction-above-next':
      return {
        key: 'findings.correction-above-next',
        params: { next: format.number(finding.nextIndex), month: format.month(finding.nextPeriod) },
      };
    case 'correction-period':
      return { key: 'findings.correction-period', params: { month: format.month(finding.period) } };
    case 'period-billed':
      return { key: 'findings.period-billed', params: { month: format.month(finding.period) } };
    case 'captured-ahead':
      return {
        key: 'findings.captured-ahead',
        params: { minutes: format.number(Math.ceil(finding.aheadMs / 60_000)) },
      };
    case 'late-after-contact':
      return { key: 'findings.late-after-contact', params: { at: format.moment(finding.contactAt) } };
    case 'amount-above-outstanding':
    case 'tendered-too-little':
    case 'payment-credit':
      return { key: `findings.${finding.code}`, params: { amount: format.money(moneyIn(finding)) } };
    case 'reversal-needs-supervisor':
      return { key: 'findings.reversal-needs-supervisor', params: { day: format.day(finding.paidOn) } };
    case 'field-missing':
      return { key: `findings.field-missing-${finding.field}`, params: {} };
    case 'password-too-short':
      return { key: 'findings.password-too-short', params: { least: format.number(finding.least) } };
    case 'apartment-not-eligible':
    case 'account-closed':
    case 'meter-removed':
    case 'meter-remote':
    case 'index-missing':
    case 'index-not-whole':
    case 'consumption-zero':
    case 'clock-unsure':
    case 'unknown-account':
    case 'unknown-meter':
    case 'actor-not-allowed':
    case 'outside-scope':
    case 'malformed':
    case 'id-reused':
    case 'kind-not-served':
    case 'unknown-submission':
    case 'already-settled':
    case 'not-decidable':
    case 'invoice-missing':
    case 'invoice-not-open':
    case 'amount-missing':
    case 'tendered-not-an-amount':
    case 'reference-missing':
    case 'payment-unknown':
    case 'payment-reversed':
    case 'codes-mismatch':
    case 'codes-unchecked':
    case 'identity-unproven':
    case 'session-unknown':
    case 'identity-not-seen':
    case 'already-registered':
    case 'email-malformed':
    case 'phone-malformed':
    case 'passwords-differ':
    case 'invoices-need-email':
    case 'nothing-changed':
      return { key: `findings.${finding.code}`, params: {} };
    default:
      return assertNever(finding);
  }
}

type Of<Code extends Finding['code']> = Extract<Finding, { code: Code }>;

function moneyIn(finding: Of<'amount-above-outstanding' | 'tendered-too-little' | 'payment-credit'>): number {
  if (finding.code === 'payment-credit') return finding.creditBani;
  return finding.code === 'tendered-too-little' ? finding.missingBani : finding.outstandingBani;
}

function windowClosed({ nextFrom, nextTo }: Of<'window-closed'>, format: Formats): FindingSentence {
  if (!nextFrom || !nextTo) return { key: 'findings.window-closed-unplanned', params: {} };
  return { key: 'findings.window-closed', params: { from: format.day(nextFrom), to: format.day(nextTo) } };
}

function belowPrevious(finding: Of<'index-below-previous'>, format: Formats): FindingSentence {
  const previous = format.number(finding.previousIndex);
  const { period, previousPeriod } = finding;
  if (!previousPeriod) return { key: 'findings.index-below-previous-installed', params: { previous } };
  if (addMonths(previousPeriod, 1) === period) {
    return { key: 'findings.index-below-previous', params: { previous } };
  }
  const month = format.month(previousPeriod);
  return { key: 'findings.index-below-previous-earlier', params: { previous, month } };
}

function correctionBelowPrevious(
  { previousIndex, previousPeriod }: Of<'correction-below-previous'>,
  format: Formats,
): FindingSentence {
  const previous = format.number(previousIndex);
  if (!previousPeriod) return { key: 'findings.correction-below-previous-installed', params: { previous } };
  const month = format.month(previousPeriod);
  return { key: 'findings.correction-below-previous', params: { previous, month } };
}

function consumptionHigh(finding: Of<'consumption-high'>, format: Formats): FindingSentence {
  const params = {
    consumption: format.number(finding.consumptionM3),
    index: format.number(finding.index),
  };
  if (finding.usualM3 === null) return { key: 'findings.consumption-high-unusual', params };
  return {
    key: 'findings.consumption-high',
    params: { ...params, usual: format.number(finding.usualM3) },
  };
}
