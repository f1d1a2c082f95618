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
