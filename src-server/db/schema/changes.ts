import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/** One number a scope (`office:…`, `device:…`, `policy`, `staff`): raised by each transaction that changes it. */
export const changeCounters = pgTable('change_counters', {
  scope: text('scope').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull().default(0),
});

/**
 * The log devices pull from: every transaction that changes something a device may hold ends with it. It has the latest
 * change of each document in each scope, in commit order: older entries would render the same document.
 */
export const changes = pgTable(
  'changes',
  {
    scope: text('scope')
      .notNull()
      .references(() => changeCounters.scope),
    collection: text('collection').notNull(),
    documentId: text('document_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.collection, table.documentId] }),
    index('changes_in_commit_order').on(table.scope, table.collection, table.seq),
  ],
);
