import { sql } from 'drizzle-orm';
import { boolean, check, pgTable, text } from 'drizzle-orm/pg-core';

export const staff = pgTable(
  'staff',
  {
    id: text('id').primaryKey(),
    userName: text('user_name').notNull().unique(),
    displayName: text('display_name').notNull(),
    role: text('role').notNull(),
    active: boolean('active').notNull().default(true),
    passwordHash: text('password_hash').notNull(), // argon2id, encoded
  },
  (table) => [check('staff_role', sql`${table.role} in ('clerk', 'supervisor', 'it')`)],
);
