import { dealOut } from '../../../shared/billing/allocate';
import { openOldestFirst } from '../../../shared/billing/oldest-first';
import type { OrderRecord } from '../../../shared/journal/order-record';
import type { Invoice } from '../../../shared/model/billing';
import type { OrderEntry } from '../../data/visit-api';

interface Facts {
  deviceId: string;
  now: string;
  /** Of those that are asked for, as many as are known here. */
  invoices: readonly Invoice[];
}

/** What the journal keeps of a payment before the server is asked to begin it. */
export function beginRecord(entry: OrderEntry, { deviceId, now, invoices }: Facts): OrderRecord {
  const { orderId: id, accountId, amountBani, channel, invoiceIds } = entry;
  const open = openOldestFirst(invoices);
  const known = new Set(open.map((invoice) => invoice.id));
  // Of one that is not known here: as much as is left.
  const others = invoiceIds.filter((one) => !known.has(one));
  const wanted = [...open, ...others.map((other) => ({ id: other, outstandingBani: amountBani }))];
  return {
    ...{ id, deviceId, accountId, amountBani, channel, beganAt: now },
    ...{ invoices: dealOut(amountBani, wanted), state: 'asked', seenPaid: false, epoch: null },
  };
}
