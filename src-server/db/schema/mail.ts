import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../instant';
import { accounts } from './accounts';

/** Mail on its way: written with what it tells of, sent after the commit, tried again until it is taken. */
export const mailOutbox = pgTable(
  'mail_outbox',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').references(() => accounts.id),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(), // plain text
    madeAt: instant('made_at').notNull(),
    nextTryAt: instant('next_try_at').notNull(),
    tries: integer('tries').notNull().default(0),
    sentAt: instant('sent_at'),
    lastError: text('last_error'),
  },
  (table) => [index('mail_outbox_unsent').on(table.nextTryAt).where(sql`${table.sentAt} is null`)],
);
