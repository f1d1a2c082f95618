import type { Finding } from '../../shared/metering/finding';
import type { Language } from '../../shared/model/primitives';
import type { SubmissionKind } from '../../shared/model/submission';
import type { Outcome } from '../../shared/model/verdict';
import { formatReceiptNumber } from '../../shared/receipt-number';
import { fill } from '../../shared/text/fill';
import { findingText } from '../../shared/text/finding-text';
import { formatsFor } from '../../shared/text/format';
import { texts } from '../../shared/text/texts';
import { mailWords } from './words';

export interface PaidWith {
  invoiceNumbers: readonly string[];
  /** What pays no invoice and stays for the next ones. */
  creditBani: number;
}

/** What a slip by e-mail tells of. */
export interface MailedSlip {
  kind: SubmissionKind;
  clientCode: string;
  receiptNumber: string;
  capturedAt: string;
  outcome: Outcome;
  findings: readonly Finding[];
  reading: { index: number; period: string; serial: string } | null;
  amountBani: number | null;
  /** What a payment pays; null: something else. */
  paid: PaidWith | null;
  /** Of a payment: since when it is taken back; instant. */
  reversedAt: string | null;
}

/** The same as a printed slip: what, when, the state in honest words, the number. */
export function slipMail(slip: MailedSlip, language: Language): { subject: string; body: string } {
  const say = mailWords(language);
  const { clientCode, capturedAt } = slip;
  const receipt = formatReceiptNumber(slip.receiptNumber);
  const lines = [
    whatIn(slip, language),
    ...paidIn(slip, language),
    say('slipAccount', { clientCode }),
    say('slipRecorded', { at: formatsFor(language).moment(capturedAt) }),
    ...stateIn(slip, language),
    ...givenBackIn(slip, language),
    say('slipReceipt', { receipt }),
    say('slipNotFiscal'),
  ];
  const body = [say('greeting'), lines.join('\n'), say('regards')].join('\n\n');
  return { subject: say('slipSubject', { what: whatIn(slip, language), receipt }), body: `${body}\n` };
}

function whatIn({ kind, reading, amountBani }: MailedSlip, language: Language): string {
  const say = mailWords(language);
  const format = formatsFor(language);
  if (reading) {
    const { index, period, serial } = reading;
    return say('slipReading', { index: format.number(index), month: format.month(period), serial });
  }
  if (amountBani !== null) return say('slipPayment', { amount: format.money(amountBani) });
  if (kind === 'registration') return say('slipRegistration');
  return say(kind === 'contact-change' ? 'slipContactChange' : 'slipOther');
}

function stateIn({ outcome, findings }: MailedSlip, language: Language): string[] {
  const say = mailWords(language);
  if (outcome === 'accepted') return [say('slipAccepted')];
  const reasons = findings.map((finding) => {
    const { key, params } = findingText(finding, formatsFor(language), true);
    return fill(texts[language].findings[withoutRoom(key)], params);
  });
  return [say(outcome === 'held' ? 'slipHeld' : 'slipRefused'), ...reasons];
}

/** What is held, refused or taken back pays nothing. */
function paidIn({ paid, outcome, reversedAt }: MailedSlip, language: Language): string[] {
  if (paid === null || outcome !== 'accepted' || reversedAt !== null) return [];
  const say = mailWords(language);
  const { invoiceNumbers, creditBani } = paid;
  const numbers = invoiceNumbers.join(', ');
  const amount = formatsFor(language).money(creditBani);
  return [
    ...(numbers ? [say('slipInvoices', { numbers })] : []),
    ...(creditBani > 0 ? [say('slipInAdvance', { amount })] : []),
  ];
}

/** Mailed late, it proves no payment that does not stand. */
function givenBackIn({ reversedAt }: MailedSlip, language: Language): string[] {
  if (reversedAt === null) return [];
  return [fill(texts[language].slip.reversed, { at: formatsFor(language).moment(reversedAt) })];
}

const withoutRoom = (key: `findings.${keyof (typeof texts)['ro']['findings']}`) =>
  key.slice('findings.'.length) as keyof (typeof texts)['ro']['findings'];
