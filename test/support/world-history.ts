import { addMonths } from '../../shared/metering/period';
import type { WorldAccount } from './world';

const months = 13;

/** Thirteen months of readings up to `lastPeriod`, 10 m³ each, the latest being the account's `lastIndex`. */
export function revisionsOf({ meterId, lastIndex }: WorldAccount, lastPeriod: string) {
  return Array.from({ length: months }, (_, back) => {
    const period = addMonths(lastPeriod, -back);
    const capturedAt = `${period}-26T09:00:00.000Z`;
    return {
      id: `imported-${meterId}-${period}`,
      meterId,
      period,
      index: lastIndex - 10 * back,
      source: back === 5 ? 'estimate' : 'customer',
      capturedAt,
      accepted: true,
      recordedAt: capturedAt,
    };
  });
}

/** One invoice, half paid. */
export function billOf({ id: accountId }: WorldAccount, period: string) {
  const id = `invoice-${accountId}`;
  const day = `${addMonths(period, 1)}-05`;
  return {
    invoice: {
      id,
      accountId,
      number: `AS-${accountId.slice('account-'.length)}`,
      period,
      issuedOn: day,
      dueOn: `${addMonths(period, 1)}-25`,
      totalBani: 8_400,
      outstandingBani: 4_200,
    },
    line: {
      invoiceId: id,
      line: 1,
      description: 'Apă rece',
      quantity: 10,
      unit: 'm³',
      unitPriceBani: 840,
      amountBani: 8_400,
    },
    payment: {
      id: `payment-${accountId}`,
      accountId,
      amountBani: 4_200,
      method: 'cash',
      paidAt: `${day}T10:00:00.000Z`,
      receiptNumber: `R-${accountId.slice('account-'.length)}`,
    },
    allocation: { paymentId: `payment-${accountId}`, invoiceId: id, amountBani: 4_200 },
  };
}
