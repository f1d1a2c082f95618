import type { OrderRecord } from '../../shared/journal/order-record';

/** The n-th payment that was begun at a kiosk. */
export const orderRecord = (number: number, over: Partial<OrderRecord> = {}): OrderRecord => ({
  id: `0b5f6a3e-6f0e-4a53-9d3c-${String(number).padStart(12, '0')}`,
  deviceId: 'kiosk-1',
  accountId: 'account-1',
  invoices: [{ invoiceId: 'invoice-1', amountBani: 4_200 }],
  amountBani: 4_200,
  channel: 'terminal',
  beganAt: '2026-11-26T08:00:00.000Z',
  state: 'asked',
  seenPaid: false,
  epoch: null,
  ...over,
});
