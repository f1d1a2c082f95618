import { eq, sql } from 'drizzle-orm';
import { mostOlderDocuments, type OlderBillingResponse } from '../../shared/sync/older-billing';
import type { Queryable } from '../db/connect';
import { accounts } from '../db/schema/accounts';
import { documentSources } from './documents';
import { renderInvoices, renderPayments } from './render-billing';
import type { Viewer } from './viewer';

type OlderBilling = Omit<OlderBillingResponse, 'serverTime'>;

const beginning = '0001-01-01';

/** What a device may see of an account's billing beyond what it holds, newest first; null: not one of its accounts. */
export async function olderBilling(
  db: Queryable,
  viewer: Viewer,
  accountId: string,
): Promise<OlderBilling | null> {
  const [account] = await db
    .select({ officeId: accounts.officeId })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!account || !viewer.officeIds.includes(account.officeId)) return null;
  const unbounded = { ...viewer, historySince: beginning };
  const invoiceIds = await idsNotHeld(db, { viewer, unbounded, accountId, collection: 'invoices' });
  const paymentIds = await idsNotHeld(db, { viewer, unbounded, accountId, collection: 'payments' });
  return {
    invoices: inOrder(invoiceIds, await renderInvoices(db, unbounded, invoiceIds)),
    payments: inOrder(paymentIds, await renderPayments(db, unbounded, paymentIds)),
  };
}

interface Sought {
  viewer: Viewer;
  unbounded: Viewer;
  accountId: string;
  collection: 'invoices' | 'payments';
}

const datedBy = { invoices: sql`d.issued_on`, payments: sql`d.paid_at` };

async function idsNotHeld(
  db: Queryable,
  { viewer, unbounded, accountId, collection }: Sought,
): Promise<string[]> {
  const { from, visibleTo } = documentSources[collection];
  const { rows } = await db.execute<{ id: string }>(sql`
    select d.id from ${from}
    where d.account_id = ${accountId} and ${visibleTo(unbounded)} and not (${visibleTo(viewer)})
    order by ${datedBy[collection]} desc, d.id desc limit ${mostOlderDocuments}`);
  return rows.map(({ id }) => id);
}

const inOrder = <Document>(ids: readonly string[], documents: ReadonlyMap<string, Document>): Document[] =>
  ids.flatMap((id) => documents.get(id) ?? []);
