import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { addMonths } from '../../shared/metering/period';
import { recordSelected } from '../changes/record-changes';
import type { Database, Transaction } from '../db/connect';
import { copyRows } from '../db/copy-rows';
import { offices } from '../db/schema/offices';
import { staff } from '../db/schema/people';
import { policies } from '../db/schema/policies';
import { serverState } from '../db/schema/server-state';
import { hashPassword } from '../people/passwords';
import { demoAccounts } from './demo-accounts';
import { registerDemoCustomers } from './demo-customers';
import { demoStaff } from './demo-people';
import { demoTables } from './demo-rows';
import type { DemoAccount, DemoPlan } from './demo-utility';
import { offices as demoOffices } from './places';

const batchSize = 1000; // accounts

export interface FillOptions extends DemoPlan {
  /** Told how many accounts are written. */
  onProgress?: (accounts: number) => void;
}

/**
 * Fills an empty database with the demo's utility in one transaction: a start that is killed midway leaves nothing.
 * `server_state.demo`, which says that it is there, is written with it.
 */
export async function fillDemo(database: Database, options: FillOptions): Promise<void> {
  const staffRows = await Promise.all(
    demoStaff.map(async ({ password, ...person }) => ({
      ...person,
      passwordHash: await hashPassword(password),
    })),
  );
  const client = await database.pool.connect();
  client.on('error', () => undefined); // a connection that breaks also fails the query it carries
  try {
    await client.query('set statement_timeout = 0');
    await drizzle(client).transaction(async (tx) => {
      await tx.insert(offices).values([...demoOffices]);
      await tx.insert(staff).values(staffRows);
      const { id, effectiveFrom } = options.policy;
      await tx.insert(policies).values({ id, effectiveFrom, content: options.policy });
      // leaves out checking each foreign key, half of the time; the generator keeps them and its test looks
      await tx.execute(sql`set local session_replication_role = replica`);
      await writeAccounts(client, options);
      await tx.execute(sql`set local session_replication_role = origin`);
      const { accounts, seed, now } = options;
      await registerDemoCustomers(tx, now);
      await tx
        .update(serverState)
        .set({ demo: { accounts, seed, now } })
        .where(eq(serverState.onlyRow, true));
      await recordAll(tx, options);
    });
    await client.query('analyze');
  } finally {
    client.release(true); // with its changed time-out
  }
  database.announce();
}

async function writeAccounts(client: PoolClient, options: FillOptions): Promise<void> {
  let batch: DemoAccount[] = [];
  let written = 0;
  const write = async () => {
    for (const target of demoTables) await copyRows(client, target, batch.flatMap(target.rows));
    written += batch.length;
    batch = [];
    options.onProgress?.(written);
  };
  for (const account of demoAccounts(options)) {
    batch.push(account);
    if (batch.length === batchSize) await write();
  }
  if (batch.length > 0) await write();
}

/** What devices may hold: of billing, what is open or lies within the policy's months. */
async function recordAll(tx: Transaction, { policy, now }: DemoPlan): Promise<void> {
  const since = addMonths(now.slice(0, 7), -policy.historyMonths - 1);
  await recordSelected(
    tx,
    sql`
    select 'office:' || office_id, 'accounts', id from accounts
    union all select 'office:' || a.office_id, 'readings', m.id from meters m join accounts a on a.id = m.account_id
    union all select 'office:' || a.office_id, 'invoices', i.id from invoices i join accounts a on a.id = i.account_id
      where i.outstanding_bani > 0 or i.period >= ${since}
    union all select 'office:' || a.office_id, 'payments', p.id from payments p join accounts a on a.id = p.account_id
      where p.paid_at >= ${`${since}-01T00:00:00.000Z`}
    union all select 'staff', 'staff', id from staff
    union all select 'policy', 'policy', id from policies`,
  );
}
