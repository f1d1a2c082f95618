import { createHash } from 'node:crypto';
import { receiptNumberOf } from '../../shared/receipt-number';

/** The receipt number that belongs to an id: see `receiptNumberOf`. */
export const receiptFor = (id: string): string => receiptNumberOf(createHash('sha256').update(id).digest());
