import { describe, expect, test } from 'vitest';
import { type Finding, FindingCode } from '../../../shared/metering/finding';
import { CustomerField } from '../../../shared/model/customer-field';
import { type FindingKey, findingText } from '../../../shared/text/finding-text';
import { formatsFor } from '../../../shared/text/format';
import { texts } from '../../../shared/text/texts';

const languages = ['ro', 'en', 'hu'] as const;
type Language = (typeof languages)[number];

/** One of each sentence; several where a code has several. */
const examples: Finding[] = [
  { code: 'apartment-not-eligible' },
  { code: 'account-closed' },
  { code: 'meter-removed' },
  { code: 'meter-remote' },
  { code: 'window-closed', nextFrom: '2026-11-25', nextTo: '2026-11-30' },
  { code: 'window-closed', nextFrom: null, nextTo: null },
  { code: 'index-missing' },
  { code: 'index-not-whole' },
  { code: 'index-too-long', digits: 5 },
  { code: 'index-below-previous', period: '2026-11', previousIndex: 1234, previousPeriod: '2026-10' },
  { code: 'index-below-previous', period: '2026-11', previousIndex: 1234, previousPeriod: '2026-08' },
  { code: 'index-below-previous', period: '2026-11', previousIndex: 12, previousPeriod: null },
  { code: 'below-estimate', estimatedIndex: 1250, lastActualIndex: 1234 },
  { code: 'register-rolled-over', previousIndex: 99_990, consumptionM3: 22, byStaff: true },
  { code: 'register-rolled-over', previousIndex: 99_990, consumptionM3: 22, byStaff: false },
  { code: 'consumption-high', index: 1734, consumptionM3: 500, usualM3: 13.5 },
  { code: 'consumption-high', index: 1734, consumptionM3: 500, usualM3: null },
  { code: 'consumption-zero', usualM3: 14 },
  { code: 'already-sent', sentIndex: 1250, sentAt: '2026-11-22T08:42:00.000Z' },
  { code: 'index-above-next', nextIndex: 1240, nextPeriod: '2026-12' },
  { code: 'period-billed', period: '2026-11' },
  { code: 'clock-unsure' },
  { code: 'captured-ahead', aheadMs: 190_000 },
  { code: 'late-after-contact', contactAt: '2026-11-22T08:42:00.000Z' },
  { code: 'unknown-account' },
  { code: 'unknown-meter' },
  { code: 'actor-not-allowed' },
  { code: 'outside-scope' },
  { code: 'malformed' },
  { code: 'id-reused' },
  { code: 'kind-not-served' },
  { code: 'correction-below-previous', previousIndex: 1234, previousPeriod: '2026-10' },
  { code: 'correction-below-previous', previousIndex: 12, previousPeriod: null },
  { code: 'correction-above-next', nextIndex: 1240, nextPeriod: '2026-12' },
  { code: 'correction-period', period: '2027-03' },
  { code: 'unknown-submission' },
  { code: 'already-settled' },
  { code: 'not-decidable' },
  { code: 'invoice-missing' },
  { code: 'invoice-not-open' },
  { code: 'amount-missing' },
  { code: 'amount-above-outstanding', outstandingBani: 12_345 },
  { code: 'tendered-not-an-amount' },
  { code: 'tendered-too-little', missingBani: 1_000 },
  { code: 'reference-missing' },
  { code: 'payment-credit', creditBani: 4_200 },
  { code: 'payment-unknown' },
  { code: 'payment-reversed' },
  { code: 'reversal-needs-supervisor', paidOn: '2026-11-22' },
  ...CustomerField.options.map((field) => ({ code: 'field-missing' as const, field })),
  { code: 'codes-mismatch' },
  { code: 'codes-unchecked' },
  { code: 'identity-unproven' },
  { code: 'session-unknown' },
  { code: 'identity-not-seen' },
  { code: 'already-registered' },
  { code: 'email-malformed' },
  { code: 'phone-malformed' },
  { code: 'password-too-short', least: 6 },
  { code: 'passwords-differ' },
  { code: 'invoices-need-email' },
  { code: 'nothing-changed' },
];

function sentence(finding: Finding, language: Language): string {
  const { key, params } = findingText(finding, formatsFor(language));
  const words = texts[language].findings[key.slice('findings.'.length) as keyof typeof texts.ro.findings];
  return words.replaceAll(
    /\{(\w+)\}/g,
    (whole, name: string) => params[name as keyof typeof params] ?? whole,
  );
}

/** Figures are kept together by no-break spaces; the sentences are compared as people read them. */
const asRead = (text: string) => text.replaceAll('\u00a0', ' ');

test('there is an example of every finding', () => {
  expect(new Set(examples.map(({ code }) => code))).toEqual(new Set(FindingCode.options));
});

test('every sentence is reached by some finding', () => {
  const reached = examples.flatMap((finding) =>
    [false, true].map((decided) => findingText(finding, formatsFor('ro'), decided).key),
  );
  const written = Object.keys(texts.ro.findings).map((key) => `findings.${key}` as FindingKey);
  expect(new Set(reached)).toEqual(new Set(written));
});

test.each(languages)('every finding is a whole sentence in %s, every value filled in', (language) => {
  for (const finding of examples) {
    expect(sentence(finding, language), finding.code).toMatch(/^[^{}]{15,}[.?!]$/);
  }
});

describe('the sentences agreed with the utility', () => {
  const below: Finding = {
    code: 'index-below-previous',
    period: '2026-11',
    previousIndex: 1234,
    previousPeriod: '2026-10',
  };
  const closed: Finding = { code: 'window-closed', nextFrom: '2026-11-25', nextTo: '2026-11-30' };
  const high: Finding = { code: 'consumption-high', index: 1734, consumptionM3: 500, usualM3: 14 };
  const zero: Finding = { code: 'consumption-zero', usualM3: 14 };
  const flat: Finding = { code: 'apartment-not-eligible' };

  test.each<[Finding, Language, string]>([
    [
      below,
      'ro',
      'Index nou introdus incorect! Luna trecută contorul arăta 1 234 m³. Verificați cifrele negre de pe contor.',
    ],
    [
      below,
      'en',
      'The new index is not right! Last month the meter showed 1 234 m³. Check the black digits on the meter.',
    ],
    [
      below,
      'hu',
      'Hibás az új mérőállás! A múlt hónapban a mérő 1 234 m³-t mutatott. Ellenőrizze a mérő fekete számjegyeit.',
    ],
    [closed, 'ro', 'Indexul se poate transmite între 25.11.2026 și 30.11.2026. Vă așteptăm atunci.'],
    [closed, 'en', 'The index can be sent from 25/11/2026 to 30/11/2026. Please come back then.'],
    [
      closed,
      'hu',
      'A mérőállást 2026. 11. 25. és 2026. 11. 30. között lehet bejelenteni. Kérjük, jöjjön vissza akkor.',
    ],
    [
      flat,
      'ro',
      'Pentru apartamentele cu contor de scară indexul se transmite prin reprezentantul asociației.',
    ],
    [flat, 'en', "For flats with a staircase meter the association's representative sends the index."],
    [
      flat,
      'hu',
      'Lépcsőházi mérővel rendelkező lakásoknál a mérőállást a lakóközösség képviselője jelenti be.',
    ],
    [high, 'ro', 'Consumul ar fi 500 m³, de obicei este 14 m³. Este corect indexul 1 734?'],
    [high, 'en', 'That would be 500 m³; usually it is 14 m³. Is the index 1 734 right?'],
    [high, 'hu', 'Ez 500 m³ fogyasztás lenne, általában 14 m³. Biztosan 1 734 a mérőállás?'],
    [zero, 'ro', 'Indexul este același ca luna trecută. Nu s-a consumat apă?'],
    [zero, 'en', 'The index is the same as last month. Was no water used?'],
    [zero, 'hu', 'A mérőállás megegyezik a múlt havival. Nem használtak vizet?'],
  ])('%o in %s', (finding, language, words) => {
    expect(asRead(sentence(finding, language))).toBe(words);
  });

  test('what is said of an index that is kept or received', () => {
    expect(languages.map((language) => texts[language].counter.submission.says['kept-offline'])).toEqual([
      'Indexul este păstrat pe acest aparat și va fi transmis când revine legătura.',
      'The index is kept on this device and will be sent when the connection is back.',
      'A mérőállást ez a készülék megőrizte, és elküldi, amint helyreáll a kapcsolat.',
    ]);
    expect(languages.map((language) => texts[language].counter.submission.says.received)).toEqual([
      'Index primit. Nr. {receipt}.',
      'Index received. No. {receipt}.',
      'A mérőállást megkaptuk. Szám: {receipt}.',
    ]);
  });
});

test.each(languages)('that a supervisor decides is dropped when one has (%s)', (language) => {
  const plea = {
    ro: /(Decide un|Un) supervizor/,
    en: /A supervisor (decides|will)/,
    hu: /A felettes (dönt|is)/,
  }[language];
  const format = formatsFor(language);
  const words = (key: FindingKey) => texts[language].findings[key.replace('findings.', '') as 'malformed'];
  for (const example of examples) {
    expect(words(findingText(example, format, true).key)).not.toMatch(plea);
  }
  expect(words(findingText({ code: 'clock-unsure' }, format).key)).toMatch(plea);
});
