import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../instant';
import { meters } from './accounts';
import { devices } from './devices';
import { submissions } from './submissions';

/** Append-only: every value ever sent for a meter's month, by whom, where, when. `accepted` ones compete to stand. */
export const readingRevisions = pgTable(
  'reading_revisions',
  {
    id: text('id').primaryKey(), // the submission's id, or the import's own
    meterId: text('meter_id')
      .notNull()
      .references(() => meters.id),
    period: text('period').notNull(),
    index: integer('index').notNull(),
    source: text('source').notNull(),
    capturedAt: instant('captured_at').notNull(),
    accepted: boolean('accepted').notNull(),
    submissionId: text('submission_id').references(() => submissions.id),
    deviceId: text('device_id').references(() => devices.id),
    staffId: text('staff_id'), // who typed it; null: the customer, a reader or an estimate
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    // Holds all that rendering a meter's history needs: a first sync reads it a hundred thousand times.
    index('reading_revisions_accepted')
      .on(table.meterId, table.period, table.index, table.source, table.capturedAt, table.id)
      .where(sql`${table.accepted}`),
    index('reading_revisions_by_submission').on(table.submissionId),
    check('reading_revisions_index', sql`${table.index} >= 0`),
    check('reading_revisions_source', sql`${table.source} in ('customer', 'clerk', 'reader', 'estimate')`),
    check('reading_revisions_period', sql`${table.period} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
  ],
);

/** Periods whose readings were exported for billing. */
export const billedPeriods = pgTable('billed_periods', {
  period: text('period').primaryKey(),
  exportedAt: instant('exported_at').notNull(),
});
