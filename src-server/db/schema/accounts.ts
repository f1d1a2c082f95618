import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { bani } from '../bani';
import { offices } from './offices';

export const accounts = pgTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    clientCode: text('client_code').notNull().unique(),
    internalCode: text('internal_code').notNull(),
    holderName: text('holder_name').notNull(),
    customerKind: text('customer_kind').notNull(),
    serviceAddress: text('service_address').notNull(),
    locality: text('locality').notNull(),
    officeId: text('office_id')
      .notNull()
      .references(() => offices.id),
    dwelling: text('dwelling').notNull(),
    status: text('status').notNull(),
    windowGroup: text('window_group').notNull().default('standard'),
    phone: text('phone'),
    email: text('email'),
    invoiceByEmail: boolean('invoice_by_email').notNull().default(false),
    balanceBani: bani('balance_bani').notNull().default(0),
  },
  (table) => [
    index('accounts_by_office').on(table.officeId),
    check('accounts_customer_kind', sql`${table.customerKind} in ('person', 'association', 'company')`),
    check('accounts_dwelling', sql`${table.dwelling} in ('house', 'apartment')`),
    check('accounts_status', sql`${table.status} in ('active', 'closed')`),
  ],
);

export const meters = pgTable(
  'meters',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    serial: text('serial').notNull().unique(),
    digits: smallint('digits').notNull(),
    remote: boolean('remote').notNull().default(false),
    status: text('status').notNull().default('installed'),
    installedOn: date('installed_on', { mode: 'string' }).notNull(),
    initialIndex: integer('initial_index').notNull(),
  },
  (table) => [
    index('meters_by_account').on(table.accountId),
    check('meters_digits', sql`${table.digits} between 3 and 9`),
    check('meters_status', sql`${table.status} in ('installed', 'removed')`),
    check('meters_initial_index', sql`${table.initialIndex} >= 0`),
  ],
);
