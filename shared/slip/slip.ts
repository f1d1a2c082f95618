import type { Finding } from '../metering/finding';
import type { PaymentMethod } from '../model/billing';
import type { Language } from '../model/primitives';
import type { SubmissionKind } from '../model/submission';
import { formatReceiptNumber } from '../receipt-number';
import { fill } from '../text/fill';
import { findingText } from '../text/finding-text';
import { type Formats, formatsFor } from '../text/format';
import { texts } from '../text/texts';

/*
 * A slip: what somebody takes home of what was recorded. It says what is known when it is printed and no more: kept on a
 * device is not received. The same model is printed at a device and sent by e-mail.
 */
const slipKinds = ['reading', 'payment', 'payment-reversal', 'registration', 'contact-change'] as const;
export type SlipKind = (typeof slipKinds)[number];

/** How far what was recorded has come, as `SubmissionView.state` and verdicts tell it. */
type SlipState = 'kept' | 'sent' | 'received' | 'superseded' | 'held' | 'refused' | 'set-aside';

export interface SlipFacts {
  kind: SlipKind;
  state: SlipState;
  /** Why it is held or refused; what merely informs is left out by the caller. */
  reasons: readonly Finding[];
  capturedAt: string; // instant
  receiptNumber: string;
  clientCode: string | null;
  holderName: string | null; // masked at a self-service device
  meterSerial: string | null;
  period: string | null;
  index: number | null;
  digits?: number | undefined; // of the register; leading zeros are printed
  amountBani: number | null;
  method?: PaymentMethod | undefined;
  /** The number on the card terminal's own slip. */
  terminalReference?: string | null | undefined;
  invoiceNumbers?: readonly string[] | undefined;
  /** Invoices that it pays in part: what of each is still to be paid. */
  leftToPay?: readonly { invoiceNumber: string; leftBani: number }[] | undefined;
  /** Of a payment: what of it pays no invoice and stays for the next ones. */
  creditBani?: number | undefined;
  /** Cash received, when it was not exactly the amount. */
  tenderedBani?: number | null | undefined;
  /** Of a reversal: the receipt number of the payment that it takes back. */
  reverses?: string | undefined;
  /** Of a payment: since when it is taken back; instant. */
  reversedAt?: string | null | undefined;
  office: string;
  device: string | null;
}

export interface SlipRow {
  label: string;
  value: string;
  /** The figure that the slip is about. */
  main?: true;
}

export interface Slip {
  language: Language;
  office: string;
  title: string;
  rows: SlipRow[];
  state: SlipState;
  /** Where it is, in honest words; then why, and what happens next. */
  sentences: string[];
  receipt: { label: string; printed: string; code: string };
  keep: string;
  notFiscal: string;
}

/** The kind of slip that something recorded has; null when it has none. */
export const slipKindOf = (kind: SubmissionKind): SlipKind | null =>
  slipKinds.find((known) => known === kind) ?? null;

/** What stands on the slip. @param timeZone IANA name of the utility's time zone */
export function slipOf(facts: SlipFacts, language: Language, timeZone?: string): Slip {
  const words = texts[language].slip;
  const format = formatsFor(language, timeZone);
  const { state, reasons, receiptNumber } = facts;
  return {
    language,
    office: facts.office,
    title: words.titles[facts.kind],
    rows: rowsOf(facts, language, format),
    state,
    sentences: [
      words.says[genderOf(facts.kind)][state],
      ...moneySentences(facts, language, format),
      ...reasons.map((reason) => sentenceOf(reason, { language, format })),
    ],
    receipt: { label: words.number, printed: formatReceiptNumber(receiptNumber), code: receiptNumber },
    keep: words.keep,
    notFiscal: words.notFiscal,
  };
}

/** Romanian and the others speak differently of an index, of money, and of a request. */
function genderOf(kind: SlipKind): 'reading' | 'money' | 'reversal' | 'request' {
  if (kind === 'reading') return 'reading';
  if (kind === 'payment-reversal') return 'reversal';
  return kind === 'payment' ? 'money' : 'request';
}

/** Whether the money was given back, which on a card is yet to be done at the terminal: an old slip, printed again, proves no payment that does not stand. */
function moneySentences(facts: SlipFacts, language: Language, format: Formats): string[] {
  const words = texts[language].slip;
  const { kind, state, amountBani, reversedAt, method } = facts;
  if (kind === 'payment' && reversedAt) return [fill(words.reversed, { at: format.moment(reversedAt) })];
  const stands = state !== 'refused' && state !== 'set-aside';
  if (kind !== 'payment-reversal' || amountBani === null || !stands) return [];
  const said = method === 'card' ? words.givesBackOnCard : words.gaveBack;
  return [fill(said, { amount: format.money(amountBani) })];
}

function rowsOf(facts: SlipFacts, language: Language, format: Formats): SlipRow[] {
  const words = texts[language].slip;
  const { index, digits, amountBani, period, method, invoiceNumbers = [], reverses } = facts;
  const row = (label: string, value: string | null | undefined): SlipRow[] =>
    value ? [{ label, value }] : [];
  const main = (label: string, value: string | null): SlipRow[] =>
    value === null ? [] : [{ label, value, main: true }];
  return [
    ...main(words.index, index === null ? null : format.registerM3(index, digits ?? 0)),
    ...main(words.amount, amountBani === null ? null : format.money(amountBani)),
    ...row(words.reverses, reverses && formatReceiptNumber(reverses)),
    ...changeRows(facts, language, format),
    ...row(words.method, method && words.methods[method]),
    ...row(words.terminal, facts.terminalReference),
    ...row(words.invoices, invoiceNumbers.join(', ')),
    ...row(words.left, leftIn(facts, format)),
    ...row(words.credit, facts.creditBani ? format.money(facts.creditBani) : null),
    ...row(words.month, period && format.month(period)),
    ...row(words.meter, facts.meterSerial),
    ...row(words.holder, facts.holderName),
    ...row(words.clientCode, facts.clientCode),
    ...row(words.when, format.moment(facts.capturedAt)),
    ...row(words.device, facts.device),
  ];
}

/** What was received in cash and what went back. */
function changeRows({ tenderedBani, amountBani }: SlipFacts, language: Language, format: Formats): SlipRow[] {
  if (!tenderedBani || amountBani === null || tenderedBani <= amountBani) return [];
  const words = texts[language].slip;
  return [
    { label: words.tendered, value: format.money(tenderedBani) },
    { label: words.change, value: format.money(tenderedBani - amountBani) },
  ];
}

const leftIn = ({ leftToPay = [] }: SlipFacts, format: Formats): string =>
  leftToPay.map(({ invoiceNumber, leftBani }) => `${invoiceNumber}: ${format.money(leftBani)}`).join(', ');

interface Saying {
  language: Language;
  format: Formats;
}

/** A slip is the customer's: that a supervisor decides is not for them, and its state says that it is looked at. */
function sentenceOf(finding: Finding, { language, format }: Saying): string {
  const { key, params } = findingText(finding, format, true);
  const code = key.replace('findings.', '') as keyof (typeof texts)['ro']['findings'];
  return fill(texts[language].findings[code], params);
}
