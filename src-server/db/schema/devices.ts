import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../instant';
import { offices } from './offices';

export const devices = pgTable(
  'devices',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    surface: text('surface').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    enrolledAt: instant('enrolled_at').notNull(),
    revokedAt: instant('revoked_at'),
    lastExchangeAt: instant('last_exchange_at'),
    lastEmptyOutboxAt: instant('last_empty_outbox_at'), // when it last had nothing left to send
    terminalAddress: text('terminal_address'), // host:port of the card terminal beside a kiosk
  },
  (table) => [check('devices_surface', sql`${table.surface} in ('counter', 'self-service')`)],
);

export const deviceOffices = pgTable(
  'device_offices',
  {
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    officeId: text('office_id')
      .notNull()
      .references(() => offices.id),
  },
  (table) => [primaryKey({ columns: [table.deviceId, table.officeId] })],
);

export const enrolmentCodes = pgTable('enrolment_codes', {
  codeHash: text('code_hash').primaryKey(),
  deviceName: text('device_name').notNull(),
  surface: text('surface').notNull(),
  officeIds: text('office_ids').array().notNull(),
  usesLeft: integer('uses_left'), // null: a demo code, good for any number of devices
  replacesDeviceId: text('replaces_device_id').references(() => devices.id), // who redeems it becomes that device
  terminalAddress: text('terminal_address'), // of the device it makes
  madeAt: instant('made_at').notNull(),
});
