import { eq, sql } from 'drizzle-orm';
import { recordChanges, recordSelected } from '../changes/record-changes';
import { officeScope } from '../changes/scopes';
import type { Db, Transaction } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { audit } from '../db/schema/audit';
import { billedPeriods } from '../db/schema/readings';
import { verdicts } from '../db/schema/submissions';
import { inTransaction } from '../db/transaction';
import { holdBilling } from './billing-lock';

/** Who does it and when: every change is attributable. */
export interface By {
  actor: string;
  now: string;
}

async function lockKnown(tx: Transaction, accountId: string) {
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId)).for('update');
  if (!account) throw new Error(`There is no account ${accountId}.`);
  return account;
}

/** Closes an account: readings captured for it from now on, or still on their way, are refused. */
export async function closeAccount(db: Db, accountId: string, { actor, now }: By): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { officeId } = await lockKnown(tx, accountId);
    await tx.update(accounts).set({ status: 'closed' }).where(eq(accounts.id, accountId));
    await tx.insert(audit).values({ at: now, actor, action: 'account-closed', subject: accountId });
    await recordChanges(tx, [
      { scope: officeScope(officeId), collection: 'accounts', documentId: accountId },
    ]);
  });
}

/** Gives an account to another office: the old one's devices let go of all its documents, the new one's get them. */
export async function moveAccount(
  db: Db,
  { accountId, toOfficeId }: { accountId: string; toOfficeId: string },
  { actor, now }: By,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { officeId: from } = await lockKnown(tx, accountId);
    if (from === toOfficeId) return;
    await tx.update(accounts).set({ officeId: toOfficeId }).where(eq(accounts.id, accountId));
    await tx.update(verdicts).set({ officeId: toOfficeId }).where(eq(verdicts.accountId, accountId));
    const detail = { from, to: toOfficeId };
    await tx.insert(audit).values({ at: now, actor, action: 'account-moved', subject: accountId, detail });
    await recordSelected(tx, documentsOf(accountId, [officeScope(from), officeScope(toOfficeId)]));
  });
}

/** Every document of one account, under each of the scopes; its verdicts also under the devices that hold them. */
const documentsOf = (accountId: string, scopes: string[]) => sql`
  select s.scope, d.collection, d.id
  from unnest(${sql.param(scopes)}::text[]) as s (scope)
  cross join (
    select 'accounts' as collection, ${accountId}::text as id
    union all select 'readings', id from meters where account_id = ${accountId}
    union all select 'invoices', id from invoices where account_id = ${accountId}
    union all select 'payments', id from payments where account_id = ${accountId}
    union all select 'verdicts', submission_id from verdicts where account_id = ${accountId}
  ) d
  union all
  select 'device:' || device_id, 'verdicts', submission_id from verdicts where account_id = ${accountId}`;

/** From now on readings for this period are held for a supervisor. Marking a period again changes nothing. */
export async function markPeriodBilled(db: Db, period: string, { actor, now }: By): Promise<void> {
  await inTransaction(db, async (tx) => {
    await holdBilling(tx);
    const marked = await tx
      .insert(billedPeriods)
      .values({ period, exportedAt: now })
      .onConflictDoNothing()
      .returning({ period: billedPeriods.period });
    if (marked.length === 0) return;
    await tx.insert(audit).values({ at: now, actor, action: 'period-billed', subject: period });
  });
}
