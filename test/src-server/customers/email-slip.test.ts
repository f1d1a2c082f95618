import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Submission } from '../../../shared/model/submission';
import { formatReceiptNumber } from '../../../shared/receipt-number';
import { formatsFor } from '../../../shared/text/format';
import { payments } from '../../../src-server/db/schema/billing';
import { paymentOrders } from '../../../src-server/db/schema/orders';
import { receiptFor } from '../../../src-server/decide/receipt';
import { customerReading } from '../../support/customer';
import { paymentOf, reversalOf } from '../../support/payment';
import { type Rows, rowsOf } from '../../support/rows';
import { readingSubmission } from '../../support/submission';
import { startUtility, type Utility } from '../../support/utility';
import { addDevice, petrosani, type WorldAccount, type WorldDevice } from '../../support/world';

const capturedAt = '2026-11-26T07:00:00.000Z';

let utility: Utility;
let kiosk: WorldDevice;
let accounts: WorldAccount[];
let rows: Rows;
beforeAll(async () => {
  utility = await startUtility({ accountsPerOffice: 20 });
  kiosk = await addDevice(utility.database, { surface: 'self-service', offices: [petrosani] });
  accounts = utility.world.accounts.filter(({ officeId }) => officeId === petrosani.id);
  rows = rowsOf(utility.database);
});
afterAll(() => utility.close());

const nextAccount = (): WorldAccount => {
  const account = accounts.shift();
  if (!account) throw new Error('The test needs more accounts.');
  return account;
};
const slipOf = (of: Pick<Submission, 'id'>, account: WorldAccount, device = kiosk, language = 'ro') =>
  readingSubmission(
    { device, account, index: 0, capturedAt, staffId: device === kiosk ? null : 'ana' },
    { kind: 'note', payload: { event: 'email-slip', accountId: account.id, submissionId: of.id, language } },
  );
const sentReading = async (account: WorldAccount, index = 240, proof?: null) => {
  const made = { device: kiosk, account, index, capturedAt };
  const reading = await customerReading(utility, made, proof);
  await utility.client(kiosk).submit([reading], 1);
  return reading;
};
const ask = async (note: Submission) => (await utility.client(kiosk).submit([note], 1))[0];
const mailOf = ({ id }: WorldAccount) => rows('select * from mail_outbox where account_id = $1', id);
const asRead = (text: unknown): string => String(text).replaceAll('\u00a0', ' ');

test('the slip says what, when, that it was received, its number, and that it is no fiscal receipt', async () => {
  const account = nextAccount();
  const reading = await sentReading(account);
  expect(await ask(slipOf(reading, account))).toMatchObject({ outcome: 'accepted' });
  const [kept] = await rows('select receipt_number as number from submissions where id = $1', reading.id);
  const [mail] = await mailOf(account);
  expect(mail).toMatchObject({ recipient: 'client@example.ro' });
  for (const part of [
    'Index 240 m³ pentru noiembrie 2026',
    '26.11.2026 09:00',
    'primit',
    formatReceiptNumber(String(kept?.number)),
    'nu este bon fiscal',
  ])
    expect(asRead(mail?.body)).toContain(part);
});

test('a refused one says that, why, and in the language of the screen', async () => {
  const account = nextAccount();
  const reading = await sentReading(account, 240, null);
  await ask(slipOf(reading, account, kiosk, 'en'));
  const [mail] = await mailOf(account);
  expect(mail?.body).toMatch(/State: refused\.\n.+\nNo\.: /);
});

test('a payment at a counter is mailed with its amount, the invoices that it pays and what stays in advance', async () => {
  const account = nextAccount();
  const device = utility.world.counter;
  const [owed] = await rows(
    'select number, outstanding_bani from invoices where account_id = $1',
    account.id,
  );
  const amountBani = Number(owed?.outstanding_bani) + 1_000;
  const payment = paymentOf(account, { device, capturedAt }, { amountBani });
  await utility.counter.submit([payment], 1);
  await utility.counter.submit([slipOf(payment, account, device)], 1);
  const [mail] = await mailOf(account);
  expect(asRead(mail?.subject)).toContain(
    `Plată ${formatsFor('ro').money(amountBani).replaceAll('\u00a0', ' ')}`,
  );
  expect(asRead(mail?.body)).toContain(`Facturi: ${owed?.number}\nRămân în avans: 10,00 lei\n`);
});

test('a payment that was taken back is told so', async () => {
  const account = nextAccount();
  const device = utility.world.counter;
  const payment = paymentOf(account, { device, capturedAt });
  const reversal = reversalOf(payment, { device, capturedAt: '2026-11-26T07:10:00.000Z' });
  const sent = await utility.counter.submit([payment, reversal, slipOf(payment, account, device)]);
  expect(sent.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
  const [mail] = await mailOf(account);
  expect(asRead(mail?.body)).toMatch(/Această plată a fost stornată la 26\.11\.2026 \d\d:\d\d\.\n/);
});

test('one slip is mailed once, and only of what this device recorded for this account', async () => {
  const [account, other] = [nextAccount(), nextAccount()];
  const reading = await sentReading(account);
  await ask(slipOf(reading, account));
  await ask(slipOf(reading, account));
  expect(await mailOf(account)).toHaveLength(1);
  const refused = { outcome: 'refused', findings: [{ code: 'not-decidable' }] };
  expect(await ask(slipOf(reading, other))).toMatchObject(refused);
  const device = utility.world.counter;
  expect((await utility.counter.submit([slipOf(reading, account, device)], 1))[0]).toMatchObject(refused);
  expect(await mailOf(other)).toEqual([]);
});

test('an account without an address gets none', async () => {
  const account = nextAccount();
  await rows('update accounts set email = null where id = $1', account.id);
  const reading = await sentReading(account);
  expect(await ask(slipOf(reading, account))).toMatchObject({ outcome: 'accepted' });
  expect(await mailOf(account)).toEqual([]);
});

test('a payment by card or phone at a kiosk is mailed once to the account that was paid for, at whichever device it is asked for', async () => {
  const [account, other] = [nextAccount(), nextAccount()];
  const [id, made] = [randomUUID(), { accountId: account.id, deviceId: kiosk.id, amountBani: 4_200 }];
  await utility.database.db.insert(paymentOrders).values({
    ...{ id, ...made, channel: 'terminal', claims: [], state: 'paid' },
    ...{ madeAt: capturedAt, endsAt: capturedAt, settledAt: capturedAt },
  });
  const receiptNumber = receiptFor(id);
  const payment = { id, ...made, method: 'card', paidAt: capturedAt, receiptNumber };
  await utility.database.db.insert(payments).values(payment);
  const refused = { outcome: 'refused', findings: [{ code: 'not-decidable' }] };
  expect(await ask(slipOf({ id }, other))).toMatchObject(refused);
  expect(await mailOf(account)).toEqual([]);
  const elsewhere = slipOf({ id }, account, utility.world.counter);
  expect((await utility.counter.submit([elsewhere], 1))[0]).toMatchObject({ outcome: 'accepted' });
  await ask(slipOf({ id }, account));
  const [mail, ...more] = await mailOf(account);
  expect(more).toEqual([]);
  expect(asRead(mail?.subject)).toContain('Plată 42,00 lei');
  expect(mail?.body).toContain(formatReceiptNumber(receiptNumber));
});
