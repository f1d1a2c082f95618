import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../instant';
import { devices } from './devices';

/** Who did what: every change is attributable. */
export const audit = pgTable(
  'audit',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull(),
    deviceId: text('device_id').references(() => devices.id),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: jsonb('detail'),
  },
  (table) => [
    index('audit_by_subject').on(table.subject),
    // Asked of every submission by staff.
    index('audit_sign_ins')
      .on(table.deviceId, table.subject, table.at)
      .where(sql`${table.action} = 'sign-in'`),
  ],
);
