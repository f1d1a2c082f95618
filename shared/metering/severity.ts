import { assertNever } from '../assert-never';
import type { Outcome } from '../model/verdict';
import type { Finding, FindingCode } from './finding';

/**
 * What a finding means: `block` stops on a device and refuses on the server; `confirm` asks on a device;
 * `hold` is kept by the server for a supervisor and only informs on a device; `inform` only tells.
 */
export type Severity = 'block' | 'confirm' | 'hold' | 'inform';

/** Source: the table of findings in the product's design, section 5. */
export function severityOf(finding: Finding): Severity {
  switch (finding.code) {
    case 'apartment-not-eligible':
    case 'account-closed':
    case 'meter-removed':
    case 'meter-remote':
    case 'window-closed':
    case 'index-missing':
    case 'index-not-whole':
    case 'index-too-long':
    case 'index-below-previous':
    case 'captured-ahead':
    case 'unknown-account':
    case 'unknown-meter':
    case 'malformed':
    case 'id-reused':
    case 'kind-not-served':
    case 'correction-period':
    case 'already-settled':
    case 'not-decidable':
    case 'invoice-missing':
    case 'invoice-not-open':
    case 'amount-missing':
    case 'amount-above-outstanding':
    case 'tendered-not-an-amount':
    case 'tendered-too-little':
    case 'reference-missing':
    case 'payment-reversed':
    case 'reversal-needs-supervisor':
    case 'field-missing':
    case 'codes-mismatch':
    case 'identity-unproven':
    case 'identity-not-seen':
    case 'already-registered':
    case 'email-malformed':
    case 'phone-malformed':
    case 'password-too-short':
    case 'passwords-differ':
    case 'invoices-need-email':
    case 'nothing-changed':
      return 'block';
    case 'register-rolled-over':
      return finding.byStaff ? 'confirm' : 'block';
    case 'below-estimate':
    case 'consumption-high':
    case 'consumption-zero':
    case 'correction-below-previous':
    case 'correction-above-next':
      return 'confirm';
    case 'index-above-next':
    case 'period-billed':
    case 'clock-unsure':
    case 'actor-not-allowed': // it may have been allowed when it was typed: a person decides
    case 'outside-scope':
    case 'codes-unchecked':
    case 'session-unknown': // a restore may have lost it
    case 'unknown-submission': // it may still arrive: the decision is applied then
    case 'payment-unknown': // as above
      return 'hold';
    case 'already-sent':
    case 'late-after-contact':
    case 'payment-credit': // recorded money is never refused for its amount
      return 'inform';
    default:
      return assertNever(finding);
  }
}

/** What a device does with its findings before anything is saved. */
export function gateOf(findings: readonly Finding[]): 'blocked' | 'to-confirm' | 'clear' {
  const severities = findings.map(severityOf);
  if (severities.includes('block')) return 'blocked';
  return severities.includes('confirm') ? 'to-confirm' : 'clear';
}

/** What the server answers. `review` asks a supervisor to look: something unusual was not confirmed where it was made. */
export function outcomeOf(
  findings: readonly Finding[],
  confirmed: readonly FindingCode[],
): { outcome: Outcome; review: boolean } {
  const severities = findings.map(severityOf);
  if (severities.includes('block')) return { outcome: 'refused', review: false };
  if (severities.includes('hold')) return { outcome: 'held', review: false };
  const unconfirmed = findings.some(
    (finding) => severityOf(finding) === 'confirm' && !confirmed.includes(finding.code),
  );
  const suspicious = findings.some((finding) => finding.code === 'late-after-contact');
  return { outcome: 'accepted', review: unconfirmed || suspicious };
}
