import { boolean, jsonb, pgTable, text } from 'drizzle-orm/pg-core';

export const serverState = pgTable('server_state', {
  onlyRow: boolean('only_row').primaryKey().default(true),
  storedEpoch: text('stored_epoch').notNull(), // a UUID; joined with the cluster's identifier and timeline
  tokenKey: text('token_key').notNull(), // keys the hash by which device tokens and internal codes are known
  sealingKey: jsonb('sealing_key'), // a private JWK: opens what devices seal; made by the first migration that finds none
  demo: jsonb('demo'), // what the demo data were made from; null at a utility
});
