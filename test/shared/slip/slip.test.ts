import { expect, test } from 'vitest';
import type { Language } from '../../../shared/model/primitives';
import { type SlipFacts, slipKindOf, slipOf } from '../../../shared/slip/slip';

const index: SlipFacts = {
  kind: 'reading',
  state: 'kept',
  reasons: [],
  capturedAt: '2026-11-28T08:42:00.000Z',
  receiptNumber: '7F3K2M9Q4XA',
  clientCode: '1204587',
  holderName: 'P****** I**',
  meterSerial: '8841207',
  period: '2026-11',
  index: 1250,
  digits: 5,
  amountBani: null,
  office: 'Lupeni',
  device: 'Infochioșc 1',
};

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('a slip tells what was sent, when, for which account, and its number in groups of four', () => {
  const slip = slipOf(index, 'ro');
  expect(slip.title).toBe('Index transmis');
  expect(slip.rows.map(({ label, value }) => `${label}: ${plain(value)}`)).toEqual([
    'Index nou: 01 250 m³',
    'Luna: noiembrie 2026',
    'Contor: 8841207',
    'Titular: P****** I**',
    'Cod client: 1204587',
    'Data și ora: 28.11.2026 10:42',
    'Aparat: Infochioșc 1',
  ]);
  expect(slip.receipt).toEqual({
    label: 'Număr de înregistrare',
    printed: '7F3K-2M9Q-4XA',
    code: '7F3K2M9Q4XA',
  });
  expect(slip.notFiscal).toBe('Nu este bon fiscal');
});

test('what is only kept on the device is never called received', () => {
  for (const language of ['ro', 'en', 'hu'] as const) {
    const [kept] = slipOf(index, language).sentences;
    const [received] = slipOf({ ...index, state: 'received' }, language).sentences;
    expect(kept).not.toBe(received);
  }
  expect(slipOf(index, 'ro').sentences.join()).toMatch(/păstrat pe aparat.*Încă nu este primit/);
  expect(slipOf({ ...index, state: 'received' }, 'ro').sentences).toEqual(['Indexul este primit.']);
});

test('what was refused says why, with its figures', () => {
  const reasons = [
    { code: 'index-below-previous', previousIndex: 1234, previousPeriod: '2026-10', period: '2026-11' },
  ] as const;
  const { sentences } = slipOf({ ...index, state: 'refused', reasons }, 'ro');
  expect(sentences[0]).toBe('Indexul NU este primit.');
  expect(plain(sentences[1] ?? '')).toMatch(/^Index nou introdus incorect! Luna trecută .* 1 234 m³/);
});

test('a payment’s slip has the amount, how it was paid and for which invoices, and no meter', () => {
  const payment: SlipFacts = {
    ...index,
    kind: 'payment',
    state: 'received',
    meterSerial: null,
    period: null,
    index: null,
    amountBani: 23_456,
    method: 'card',
    terminalReference: '004711',
    invoiceNumbers: ['AVJ 224871', 'AVJ 223871'],
  };
  const { rows, sentences } = slipOf(payment, 'hu');
  expect(rows.slice(0, 4).map(({ value }) => plain(value))).toEqual([
    '234,56 lej',
    'kártya',
    '004711',
    'AVJ 224871, AVJ 223871',
  ]);
  expect(rows[0]?.main).toBe(true);
  expect(sentences).toEqual(['A fizetést megkaptuk.']);
});

const reversal: SlipFacts = {
  ...index,
  kind: 'payment-reversal',
  state: 'received',
  meterSerial: null,
  period: null,
  index: null,
  amountBani: 30_050,
  method: 'cash',
  invoiceNumbers: ['AVJ 224871'],
  reverses: '7F3K2M9Q4XB',
};

test('a reversal’s slip says what was given back and of which payment, never that a payment is received', () => {
  const { rows, sentences } = slipOf(reversal, 'ro');
  expect(sentences.map(plain)).toEqual(['Stornarea este primită.', 'S-au dat înapoi 300,50 lei.']);
  const said = rows.map(({ label, value }) => `${label}: ${plain(value)}`);
  expect(said).toContain('Plata stornată: 7F3K-2M9Q-4XB');
  expect(said).toContain('Facturi: AVJ 224871');
  expect(slipOf({ ...reversal, state: 'refused' }, 'ro').sentences).toEqual(['Stornarea NU este primită.']);
});

test.each([
  ['ro', 'Se dau înapoi pe card 300,50 lei.'],
  ['en', '300.50 lei is returned to the card.'],
  ['hu', '300,50 lej visszakerül a kártyára.'],
] satisfies [Language, string][])(
  'what was paid by card is still to be returned when its reversal is printed (%s)',
  (language, sentence) => {
    const { sentences } = slipOf({ ...reversal, method: 'card', state: 'kept' }, language);
    expect(sentences.map(plain)).toContain(sentence);
  },
);

test('a slip of cash says what was received and given back, and what an invoice paid in part still asks for', () => {
  const facts: SlipFacts = {
    ...{ ...reversal, kind: 'payment', reverses: undefined, tenderedBani: 35_000 },
    leftToPay: [{ invoiceNumber: 'AVJ 224871', leftBani: 12_000 }],
  };
  const said = slipOf(facts, 'ro').rows.map(({ label, value }) => `${label}: ${plain(value)}`);
  expect(said.slice(0, 6)).toEqual([
    'Suma: 300,50 lei',
    'Primit: 350,00 lei',
    'Rest: 49,50 lei',
    'Mod de plată: numerar',
    'Facturi: AVJ 224871',
    'Rămân de plată: AVJ 224871: 120,00 lei',
  ]);
  const exact = slipOf({ ...facts, tenderedBani: 30_050, leftToPay: [] }, 'ro').rows;
  expect(exact.map(({ label }) => label)).not.toContain('Rest');
});

test('the slip of a payment that was taken back says so', () => {
  const reversedAt = '2026-11-28T09:10:00.000Z';
  const { sentences } = slipOf({ ...reversal, kind: 'payment', reverses: undefined, reversedAt }, 'ro');
  expect(sentences.map(plain)).toEqual([
    'Plata este primită.',
    'Această plată a fost stornată la 28.11.2026 11:10.',
  ]);
});

test.each(['ro', 'en', 'hu'] satisfies Language[])(
  'no place is left unfilled in any sentence (%s)',
  (language) => {
    const states = ['kept', 'sent', 'received', 'superseded', 'held', 'refused', 'set-aside'] as const;
    const kinds = ['reading', 'payment', 'payment-reversal', 'registration', 'contact-change'] as const;
    for (const kind of kinds) {
      for (const state of states) {
        const slip = slipOf({ ...index, kind, state, reasons: [{ code: 'already-registered' }] }, language);
        expect(slip.sentences).toHaveLength(2);
        for (const sentence of slip.sentences) expect(sentence).toMatch(/^[^{}]{10,}$/);
      }
    }
  },
);

test('a decision or a note has no slip', () => {
  expect(slipKindOf('reading')).toBe('reading');
  expect(slipKindOf('decision')).toBeNull();
  expect(slipKindOf('note')).toBeNull();
});
