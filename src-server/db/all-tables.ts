import type { PgTable } from 'drizzle-orm/pg-core';
import * as accounts from './schema/accounts';
import * as audit from './schema/audit';
import * as billing from './schema/billing';
import * as changes from './schema/changes';
import * as customers from './schema/customers';
import * as devices from './schema/devices';
import * as mail from './schema/mail';
import * as offices from './schema/offices';
import * as orders from './schema/orders';
import * as people from './schema/people';
import * as policies from './schema/policies';
import * as readings from './schema/readings';
import * as serverState from './schema/server-state';
import * as submissions from './schema/submissions';

const rooms: readonly Record<string, PgTable>[] = [
  accounts,
  audit,
  billing,
  changes,
  customers,
  devices,
  mail,
  offices,
  orders,
  people,
  policies,
  readings,
  serverState,
  submissions,
];

/**
 * What is true, in relational tables. Money is integer bani, volumes whole m³. Nothing is deleted. Complete, since a
 * backup takes these and no others: a test compares them with what the migrations make.
 */
export const allTables: readonly PgTable[] = rooms.flatMap((room) => Object.values(room));
