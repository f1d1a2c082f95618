import { inArray } from 'drizzle-orm';
import { Staff } from '../../shared/model/staff';
import type { CollectionName, PulledCollections } from '../../shared/sync/collections';
import type { Queryable } from '../db/connect';
import { staff } from '../db/schema/people';
import { readPolicies } from '../policy/read-policies';
import { renderAccounts } from './render-accounts';
import { renderInvoices, renderPayments } from './render-billing';
import { renderReadings } from './render-readings';
import { renderVerdicts } from './render-verdicts';
import type { Viewer } from './viewer';

/** Renders documents as they are now; an id that is not in the answer is none of this device's business (any more). */
type Renderer<Document> = (
  db: Queryable,
  viewer: Viewer,
  ids: readonly string[],
) => Promise<Map<string, Document>>;

const byId = <Document extends { id: string }>(documents: Document[]): Map<string, Document> =>
  new Map(documents.map((document) => [document.id, document]));

async function renderPolicies(db: Queryable, _: Viewer, ids: readonly string[]) {
  return byId((await readPolicies(db)).filter(({ id }) => ids.includes(id)));
}

async function renderStaff(db: Queryable, viewer: Viewer, ids: readonly string[]) {
  if (!viewer.isCounter) return new Map<string, Staff>();
  const rows = await db
    .select()
    .from(staff)
    .where(inArray(staff.id, [...ids]));
  return byId(rows.map((row) => Staff.parse(row)));
}

const renderers: { [Name in CollectionName]: Renderer<PulledCollections[Name]> } = {
  policy: renderPolicies,
  staff: renderStaff,
  accounts: renderAccounts,
  readings: renderReadings,
  invoices: renderInvoices,
  payments: renderPayments,
  verdicts: renderVerdicts,
};

/** One entry for each id, in their order: the document, or a tombstone. */
export async function renderDocuments(
  db: Queryable,
  viewer: Viewer,
  { collection, ids }: { collection: CollectionName; ids: readonly string[] },
): Promise<{ id: string }[]> {
  if (ids.length === 0) return [];
  const documents: Map<string, { id: string }> = await renderers[collection](db, viewer, ids);
  return ids.map((id) => documents.get(id) ?? { id, _deleted: true });
}
