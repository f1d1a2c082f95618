import { addMonths } from '../../shared/metering/period';
import type { Invoice, Payment } from '../../shared/model/billing';
import type { Period } from '../../shared/model/primitives';
import type { Chance } from './chance';

const waterBani = 841; // a m³ of drinking water, without VAT
const sewageBani = 613;
const vatPercent = 11;

export interface BillingPlan {
  accountId: string;
  /** The account's number, which invoices and receipts carry. */
  accountNumber: number;
  sewage: boolean;
  /** Whole m³ a month, oldest first. */
  months: readonly { period: Period; m3: number }[];
  /** Nothing is issued or paid after this moment. */
  now: string;
}

/** An invoice for each month with consumption, issued on the 5th of the next, and what was paid. */
export function billing(chance: Chance, plan: BillingPlan): { invoices: Invoice[]; payments: Payment[] } {
  const invoices = plan.months
    .filter(({ m3 }) => m3 > 0)
    .map(({ period, m3 }) => invoiceFor(plan, period, m3))
    .filter((invoice) => invoice.issuedOn <= plan.now.slice(0, 10));
  return { invoices, payments: paymentsFor(chance, plan, invoices) };
}

function invoiceFor(plan: BillingPlan, period: Period, m3: number): Invoice {
  const services = [
    line('Apă potabilă', m3, waterBani),
    ...(plan.sewage ? [line('Canalizare', m3, sewageBani)] : []),
  ];
  const netBani = services.reduce((sum, { amountBani }) => sum + amountBani, 0);
  const vatBani = Math.round((netBani * vatPercent) / 100);
  const vat = {
    description: `TVA ${vatPercent} %`,
    quantity: 1,
    unit: 'factură',
    unitPriceBani: vatBani,
    amountBani: vatBani,
  };
  const nextMonth = addMonths(period, 1);
  return {
    id: `${plan.accountId}-${period}`,
    accountId: plan.accountId,
    number: `AVJ ${period.replace('-', '')}${String(plan.accountNumber).padStart(6, '0')}`,
    period,
    issuedOn: `${nextMonth}-05`,
    dueOn: `${nextMonth}-20`,
    totalBani: netBani + vatBani,
    outstandingBani: netBani + vatBani,
    countedPayments: [],
    lines: [...services, vat],
  };
}

const line = (description: string, m3: number, unitPriceBani: number) => ({
  description,
  quantity: m3,
  unit: 'm³',
  unitPriceBani,
  amountBani: m3 * unitPriceBani,
});

/**
 * Pays the invoices one after the other, now and then two at once or one in part. A few customers stopped paying
 * months ago. Lowers `outstandingBani` by what is allocated.
 */
function paymentsFor(chance: Chance, plan: BillingPlan, invoices: Invoice[]): Payment[] {
  const stoppedBefore = chance.happens(0.05) ? chance.whole(2, 6) : chance.happens(0.35) ? 1 : 0;
  const paid = invoices.slice(0, Math.max(0, invoices.length - stoppedBefore));
  const payments: Payment[] = [];
  for (let next = 0; next < paid.length; ) {
    const together = paid.slice(next, next + (chance.happens(0.06) ? 2 : 1));
    const paidAt = aPayday(chance, together.at(-1) as Invoice);
    next += together.length;
    if (paidAt > plan.now) break; // what is due later was not paid yet
    payments.push(pay(chance, { plan, number: payments.length + 1, invoices: together, paidAt }));
  }
  return payments;
}

interface PaymentPlan {
  plan: BillingPlan;
  number: number;
  invoices: Invoice[];
  paidAt: string;
}

function pay(chance: Chance, { plan, number, invoices, paidAt }: PaymentPlan): Payment {
  const inPart = invoices.length === 1 && chance.happens(0.01);
  const allocations = invoices.map((invoice) => {
    const amountBani = inPart ? Math.ceil(invoice.totalBani / 2) : invoice.totalBani;
    invoice.outstandingBani -= amountBani;
    return { invoiceId: invoice.id, invoiceNumber: invoice.number, amountBani };
  });
  return {
    id: `${plan.accountId}-p${number}`,
    accountId: plan.accountId,
    amountBani: allocations.reduce((sum, { amountBani }) => sum + amountBani, 0),
    method: chance.weighted([
      [38, 'cash'],
      [20, 'card'],
      [17, 'transfer'],
      [25, 'online'],
    ] as const),
    paidAt,
    receiptNumber: `CH ${String(plan.accountNumber).padStart(6, '0')}-${String(number).padStart(2, '0')}`,
    reversedAt: null,
    allocations,
  };
}

/** Between the day after issue and some days past the due day. */
function aPayday(chance: Chance, invoice: Invoice): string {
  const day = chance.whole(6, 28);
  const minutes = chance.whole(6 * 60, 15 * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${invoice.issuedOn.slice(0, 7)}-${two(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00.000Z`;
}
