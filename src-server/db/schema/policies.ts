import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../instant';

export const policies = pgTable('policies', {
  id: text('id').primaryKey(),
  effectiveFrom: instant('effective_from').notNull(),
  content: jsonb('content').notNull(), // the policy document, parsed by its schema when read
});
