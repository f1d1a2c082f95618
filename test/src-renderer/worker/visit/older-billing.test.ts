import { expect, test } from 'vitest';
import type { Invoice, Payment } from '../../../../shared/model/billing';
import { counterAtWork, smallUtility } from '../../../support/counter';
import { kioskAtWork, kioskUtility, visitedBy } from '../../../support/kiosk';

const accountId = 'account-1';
const invoice: Invoice = {
  ...{ id: 'invoice-2025-03', accountId, number: 'F-2025-03', period: '2025-03' },
  ...{ issuedOn: '2025-03-05', dueOn: '2025-03-20', totalBani: 900, outstandingBani: 0 },
  ...{ countedPayments: [], lines: [] },
};
const payment: Payment = {
  ...{ id: 'payment-1', accountId, amountBani: 900, method: 'cash', receiptNumber: '7F3K2M9Q4XK' },
  ...{ paidAt: '2025-04-02T09:00:00.000Z', reversedAt: null, allocations: [] },
};
const question = `GET /sync/accounts/${accountId}/older-billing`;
const answer = () => ({ invoices: [invoice], payments: [payment] });

test('older billing is asked of the server, and nothing of it is kept', async () => {
  const server = smallUtility();
  const device = await counterAtWork(server);
  server.replies.set(question, answer);
  expect(await device.api.olderBilling(accountId)).toEqual({
    outcome: 'older',
    invoices: [invoice],
    payments: [{ ...payment, reversible: false, submission: null, reversal: null }],
  });
  expect(await device.until('invoices', { accountId })).toEqual([]);
  server.goDown();
  expect(await device.api.olderBilling(accountId)).toEqual({ outcome: 'not-fetched' });
});

test('where nobody is signed in, and by a kiosk for whom it is not, nothing is asked', async () => {
  const atCounter = smallUtility();
  const counter = await counterAtWork(atCounter);
  atCounter.replies.set(question, answer);
  await counter.api.signOut();
  expect(await counter.api.olderBilling(accountId)).toEqual({ outcome: 'not-fetched' });
  const { server } = await kioskUtility();
  const kiosk = await kioskAtWork(server);
  server.replies.set(question, answer);
  expect(await kiosk.api.olderBilling(accountId)).toEqual({ outcome: 'not-fetched' });
  await visitedBy(kiosk, 2);
  expect(await kiosk.api.olderBilling(accountId)).toEqual({ outcome: 'not-fetched' });
  await visitedBy(kiosk);
  expect(await kiosk.api.olderBilling(accountId)).toMatchObject({ outcome: 'older' });
});
