import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/connect';
import { recordSelected } from './record-changes';

/**
 * Records every document of the database as changed, for an import that wrote whole tables. Like `recordChanges` the
 * last statement of its transaction.
 */
export async function recordEverything(tx: Transaction): Promise<void> {
  await recordSelected(
    tx,
    sql`
    select 'office:' || office_id, 'accounts', id from accounts
    union all select 'office:' || a.office_id, 'readings', m.id from meters m join accounts a on a.id = m.account_id
    union all select 'office:' || a.office_id, 'invoices', i.id from invoices i join accounts a on a.id = i.account_id
    union all select 'office:' || a.office_id, 'payments', p.id from payments p join accounts a on a.id = p.account_id
    union all select 'office:' || office_id, 'verdicts', submission_id from verdicts
    union all select 'device:' || device_id, 'verdicts', submission_id from verdicts
    union all select 'staff', 'staff', id from staff
    union all select 'policy', 'policy', id from policies`,
  );
}
