import { pgTable, text } from 'drizzle-orm/pg-core';

export const offices = pgTable('offices', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
});
