import type { Road } from './road';

const taken = (facts: string): string =>
  `fake.billing.taken.unshift({ accountId: '7', method: 'cash', reversedAt: null, reversible: false, submission: null, reversal: null, ${facts} })`;

const partlyPaid = [
  taken(
    "id: 't1', amountBani: 15000, paidAt: '2026-11-20T09:15:00.000Z', receiptNumber: '7F3K2M9Q4XA', allocations: [{ invoiceId: '7-2026-09', invoiceNumber: 'AVJ 223871', amountBani: 10000 }]",
  ),
  taken(
    "id: 't2', amountBani: 23340, paidAt: '2026-11-19T09:15:00.000Z', receiptNumber: '9Q4X7F3K2MA', reversedAt: '2026-11-19T10:02:00.000Z', allocations: [{ invoiceId: '7-2026-09', invoiceNumber: 'AVJ 223871', amountBani: 23340 }]",
  ),
  taken(
    "id: 't3', amountBani: 51348, paidAt: '2026-10-02T09:15:00.000Z', receiptNumber: '2M9Q4X7F3KA', method: 'transfer', allocations: [['08', '222871', 24896], ['07', '221871', 26452]].map(([month, number, amountBani]) => ({ invoiceId: '7-2026-' + month, invoiceNumber: 'AVJ ' + number, amountBani }))",
  ),
].join('; ');

const allOpen = `const known = fake.billing.invoices.bind(fake.billing);
  fake.billing.invoices = (id) => known(id).map((invoice) => ({ ...invoice, outstandingBani: invoice.totalBani }))`;

/** Invoices and payments as they are not on every day. */
export const lists: Record<string, Road> = {
  'paid in part, taken back, ahead': async (kiosk) => {
    await kiosk.home(partlyPaid);
    await kiosk.touch('kiosk.tile.invoices.title');
    await kiosk.at('e0-invoices-partly-paid', 'visit.invoices.title');
    await kiosk.page.getByRole('button', { name: /AVJ 222871/ }).click();
    await kiosk.at('e1-invoice-paid', 'visit.invoices.one');
    await kiosk.touch('kiosk.back');
    await kiosk.touch('kiosk.back');
    await kiosk.touch('kiosk.tile.payments.title');
    await kiosk.at('e2-payments-of-all-sorts', 'visit.payments.title');
  },
  'many open invoices': async (kiosk) => {
    await kiosk.home(allOpen);
    await kiosk.touch('kiosk.tile.pay.title');
    await kiosk.at('e3-pay-many', 'visit.pay.choose');
    for (const choice of await kiosk.page.getByRole('checkbox').all()) await choice.press('Space');
    await kiosk.at('e4-pay-none-chosen', 'visit.pay.choose');
  },
};
