import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { bani } from '../bani';
import { instant } from '../instant';
import { accounts } from './accounts';
import { devices } from './devices';

/** What customers pay by card at a kiosk or on the provider's page: charged once, whatever breaks in between. */
export const paymentOrders = pgTable(
  'payment_orders',
  {
    id: text('id').primaryKey(), // and the payment's, once it is paid
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    channel: text('channel').notNull(),
    amountBani: bani('amount_bani').notNull(),
    claims: jsonb('claims').notNull(), // what of it is meant for which invoice
    state: text('state').notNull(),
    pageUrl: text('page_url'),
    providerReference: text('provider_reference'), // the terminal's or the provider's own number of the charge
    madeAt: instant('made_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    settledAt: instant('settled_at'),
    endConfirmedAt: instant('end_confirmed_at'), // a page that ended unpaid: the provider said so again, well after its end
  },
  (table) => [
    index('payment_orders_unsettled')
      .on(table.channel, table.madeAt)
      .where(sql`${table.state} in ('open', 'unknown')`),
    index('payment_orders_unconfirmed')
      .on(table.endsAt)
      .where(
        sql`${table.channel} = 'page' and ${table.state} in ('expired', 'failed') and ${table.endConfirmedAt} is null`,
      ),
    index('payment_orders_by_account').on(table.accountId),
    check('payment_orders_amount', sql`${table.amountBani} > 0`),
    check('payment_orders_channel', sql`${table.channel} in ('terminal', 'page')`),
    check(
      'payment_orders_state',
      sql`${table.state} in ('open', 'unknown', 'paid', 'declined', 'expired', 'failed')`,
    ),
  ],
);
