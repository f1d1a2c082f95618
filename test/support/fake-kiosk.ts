import type { PaymentOrder } from '../../shared/sync/payment-order';
import type { KioskView, OrderEntry } from '../../src-renderer/data/visit-api';

/** What the fake kiosk can do: everything. */
export const fakeKiosk: KioskView = {
  office: 'Lupeni',
  online: true,
  accountsReady: true,
  billingReady: true,
  canSave: true,
  storage: 'ok',
  window: { from: '2026-11-20', to: '2026-11-30' },
  nextWindow: { from: '2026-12-25', to: '2026-12-31' },
  cardTerminal: true,
  paymentPage: true,
  passwordLength: 6,
  invoiceBarcode: '^(?<clientCode>\\d{6,8})-(?<internalCode>\\d{4,8})$',
  idleSeconds: 60,
  warningSeconds: 30,
};

/** A payment that the server has just begun. */
export const fakeOrder = ({
  orderId,
  accountId,
  invoiceIds,
  channel,
  amountBani,
}: OrderEntry): PaymentOrder => ({
  id: orderId,
  accountId,
  invoiceIds,
  channel,
  amountBani,
  state: 'open',
  pageUrl: channel === 'page' ? 'https://plata.exemplu.ro/p/4f9a2c' : null,
  receiptNumber: null,
  madeAt: '2026-11-22T08:40:00.000Z',
  endsAt: '2026-11-22T08:50:00.000Z',
  settledAt: null,
});
