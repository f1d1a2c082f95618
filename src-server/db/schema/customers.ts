import { sql } from 'drizzle-orm';
import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../instant';
import { accounts } from './accounts';
import { devices } from './devices';
import { submissions } from './submissions';

/** A customer's own way in: at most one an account; one address may open several accounts. */
export const customerLogins = pgTable(
  'customer_logins',
  {
    accountId: text('account_id')
      .primaryKey()
      .references(() => accounts.id),
    email: text('email').notNull(),
    passwordHash: text('password_hash').notNull(), // argon2id, encoded
    emailConfirmedAt: instant('email_confirmed_at'), // null: the link was not opened yet, and nobody signs in
    registeredAt: instant('registered_at').notNull(),
    submissionId: text('submission_id').references(() => submissions.id),
  },
  (table) => [index('customer_logins_by_email').on(sql`lower(${table.email})`)],
);

/** A customer who signed in at a kiosk: proves for minutes after its last use, and for that device alone, who asks. */
export const customerSessions = pgTable(
  'customer_sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    startedAt: instant('started_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    endedAt: instant('ended_at'), // signed out, or the password was changed
  },
  (table) => [index('customer_sessions_by_account').on(table.accountId)],
);

/** An address that somebody gave and has yet to show to be theirs, by the link that was sent to it. */
export const emailConfirmations = pgTable(
  'email_confirmations',
  {
    tokenHash: text('token_hash').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    email: text('email').notNull(),
    madeAt: instant('made_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('email_confirmations_by_account').on(table.accountId)],
);
