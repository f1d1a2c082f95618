import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { bani } from '../bani';
import { instant } from '../instant';
import { accounts } from './accounts';
import { devices } from './devices';
import { submissions } from './submissions';

export const invoices = pgTable(
  'invoices',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    number: text('number').notNull().unique(),
    period: text('period').notNull(),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    totalBani: bani('total_bani').notNull(),
    outstandingBani: bani('outstanding_bani').notNull(),
  },
  (table) => [
    index('invoices_by_account').on(table.accountId),
    check('invoices_outstanding', sql`${table.outstandingBani} between 0 and ${table.totalBani}`),
  ],
);

export const invoiceLines = pgTable(
  'invoice_lines',
  {
    invoiceId: text('invoice_id')
      .notNull()
      .references(() => invoices.id),
    line: smallint('line').notNull(),
    description: text('description').notNull(),
    quantity: numeric('quantity', { mode: 'number' }).notNull(),
    unit: text('unit').notNull(),
    unitPriceBani: bani('unit_price_bani').notNull(),
    amountBani: bani('amount_bani').notNull(),
  },
  (table) => [primaryKey({ columns: [table.invoiceId, table.line] })],
);

/** Append-only but for what becomes of a payment: whether it counts, and by what it was taken back. */
export const payments = pgTable(
  'payments',
  {
    id: text('id').primaryKey(), // the submission's id, or the import's own
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    amountBani: bani('amount_bani').notNull(),
    method: text('method').notNull(),
    paidAt: instant('paid_at').notNull(),
    receiptNumber: text('receipt_number').notNull(),
    accepted: boolean('accepted').notNull().default(true),
    reversedAt: instant('reversed_at'),
    reversalId: text('reversal_id').references(() => submissions.id),
    tenderedBani: bani('tendered_bani'), // cash received; null: exactly the amount, or no cash
    terminalReference: text('terminal_reference'),
    deviceId: text('device_id').references(() => devices.id),
    staffId: text('staff_id'), // who took it; null: paid elsewhere
  },
  (table) => [
    index('payments_by_account').on(table.accountId),
    check('payments_amount', sql`${table.amountBani} > 0`),
    check('payments_method', sql`${table.method} in ('cash', 'card', 'transfer', 'online')`),
    check('payments_reversal', sql`(${table.reversedAt} is null) = (${table.reversalId} is null)`),
  ],
);

export const paymentAllocations = pgTable(
  'payment_allocations',
  {
    paymentId: text('payment_id')
      .notNull()
      .references(() => payments.id),
    invoiceId: text('invoice_id')
      .notNull()
      .references(() => invoices.id),
    amountBani: bani('amount_bani').notNull(),
    /** What was meant for the invoice where it was paid; null: imported, and never dealt out again. */
    claimedBani: bani('claimed_bani'),
  },
  (table) => [
    primaryKey({ columns: [table.paymentId, table.invoiceId] }),
    index('payment_allocations_claims').on(table.invoiceId).where(sql`${table.claimedBani} is not null`),
    check(
      'payment_allocations_amount',
      sql`${table.amountBani} >= 0 and ${table.amountBani} <= coalesce(${table.claimedBani}, ${table.amountBani})`,
    ),
  ],
);
