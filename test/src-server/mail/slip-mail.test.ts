import { expect, test } from 'vitest';
import { type MailedSlip, slipMail } from '../../../src-server/mail/slip-mail';

const slip: MailedSlip = {
  kind: 'reading',
  clientCode: '123456',
  receiptNumber: '7F3K2M9QXAB',
  capturedAt: '2026-11-26T07:00:00.000Z',
  outcome: 'held',
  findings: [{ code: 'period-billed', period: '2026-10' }],
  reading: { index: 240, period: '2026-10', serial: 'A1' },
  amountBani: null,
  paid: null,
  reversedAt: null,
};

const stateOf = (outcome: MailedSlip['outcome']) =>
  slipMail({ ...slip, outcome }, 'ro').body.split('Stare: ')[1] ?? '';

test('a customer reads of a colleague who looks at what is held, not of a supervisor', () => {
  expect(stateOf('held')).toMatch(/^păstrat.*un coleg.*\nLuna octombrie.2026 a fost deja facturată\.$/m);
  expect(stateOf('held')).not.toMatch(/supervizor/);
  expect(stateOf('refused')).toMatch(/^refuzat/);
  expect(stateOf('refused')).not.toMatch(/supervizor/);
});

test('a payment names the invoices that it pays and what stays in advance, as a printed slip does', () => {
  const payment: MailedSlip = {
    ...{ ...slip, kind: 'payment', outcome: 'accepted', findings: [], reading: null, amountBani: 10_000 },
    paid: { invoiceNumbers: ['VJ-1', 'VJ-2'], creditBani: 1_250 },
  };
  const linesOf = (of: Partial<MailedSlip>) =>
    slipMail({ ...payment, ...of }, 'ro')
      .body.replaceAll('\u00a0', ' ')
      .split('\n');
  expect(linesOf({})).toEqual(expect.arrayContaining(['Facturi: VJ-1, VJ-2', 'Rămân în avans: 12,50 lei']));
  const without = { paid: { invoiceNumbers: [], creditBani: 0 } };
  for (const of of [without, { reversedAt: '2026-11-27T07:00:00.000Z' }, { outcome: 'held' } as const])
    expect(linesOf(of).filter((line) => /^(Facturi|Rămân)/.test(line))).toEqual([]);
});
