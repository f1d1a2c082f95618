import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../instant';
import { accounts } from './accounts';
import { devices } from './devices';
import { offices } from './offices';

/** What devices asked, as they asked it. */
export const submissions = pgTable(
  'submissions',
  {
    id: text('id').primaryKey(),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    deviceSeq: integer('device_seq').notNull(),
    kind: text('kind').notNull(),
    content: jsonb('content').notNull(),
    contentHash: text('content_hash').notNull(),
    receiptNumber: text('receipt_number').notNull(),
    capturedAt: instant('captured_at').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [
    index('submissions_by_device').on(table.deviceId, table.deviceSeq),
    index('submissions_by_receipt').on(table.receiptNumber),
  ],
);

export const verdicts = pgTable(
  'verdicts',
  {
    submissionId: text('submission_id')
      .primaryKey()
      .references(() => submissions.id),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    officeId: text('office_id')
      .notNull()
      .references(() => offices.id),
    accountId: text('account_id').references(() => accounts.id),
    kind: text('kind').notNull(),
    outcome: text('outcome').notNull(),
    findings: jsonb('findings').notNull(),
    review: boolean('review').notNull(),
    superseded: boolean('superseded').notNull(),
    summary: jsonb('summary'),
    decidedAt: instant('decided_at').notNull(),
    settledBy: text('settled_by'),
    /** Of a decision or correction: the submission it settles, as long as that has not arrived. */
    waitsFor: text('waits_for'),
  },
  (table) => [
    index('verdicts_by_account').on(table.accountId),
    index('verdicts_by_device').on(table.deviceId),
    index('verdicts_waiting').on(table.waitsFor).where(sql`${table.waitsFor} is not null`),
    check('verdicts_outcome', sql`${table.outcome} in ('accepted', 'held', 'refused')`),
  ],
);
