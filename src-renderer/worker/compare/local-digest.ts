import type { CollectionName } from '../../../shared/sync/collections';
import { type Digest, DigestSum } from '../../../shared/sync/digest';
import type { Slice } from '../db/table';

const sliceSize = 250; // its digest takes the worker a few ms: a search waits no longer

interface Sliced {
  slice(after: string, limit: number): Promise<Slice<{ id: string }>>;
}

/** Count and hash of what is here of a collection, without what a comparison leaves out. @param historySince Day */
export async function localDigest(
  table: Sliced,
  collection: CollectionName,
  historySince: string,
): Promise<Digest> {
  const sum = new DigestSum();
  for (let after: string | null = ''; after !== null; ) {
    const { documents, last }: Slice<{ id: string }> = await table.slice(after, sliceSize);
    for (const stored of documents) {
      const document = withoutRxDb(stored);
      if (!leftOut(collection, document, historySince)) sum.add(document);
    }
    after = last;
  }
  return sum.digest;
}

function withoutRxDb(stored: object): Record<string, unknown> {
  const { _deleted, _rev, _meta, _attachments, ...document } = stored as Record<string, unknown>;
  return document;
}

/** What a device that pulled in an earlier month rightly still holds: see `CompareResponse`. */
function leftOut(
  collection: CollectionName,
  { outstandingBani, issuedOn, paidAt }: Record<string, unknown>,
  historySince: string,
): boolean {
  if (collection === 'invoices') return outstandingBani === 0 && String(issuedOn) < historySince;
  if (collection === 'payments') return String(paidAt) < `${historySince}T00:00:00.000Z`;
  return false;
}
