import { sql } from 'drizzle-orm';
import type { Queryable } from '../db/connect';

export type ContactField = 'phone' | 'email' | 'invoiceByEmail';

/**
 * What a form that was captured later has changed already. Forms arrive in any order, after an outage or a restore, and
 * the one that was written last stands.
 */
export async function changedLater(
  db: Queryable,
  accountId: string,
  capturedAt: string,
): Promise<Set<ContactField>> {
  const { rows } = await db.execute<{ field: ContactField }>(sql`
    select distinct f.field from audit, jsonb_array_elements_text(detail -> 'fields') as f (field)
    where subject = ${accountId} and action in ('contact-changed', 'customer-registered')
      and detail ->> 'capturedAt' > ${capturedAt}`);
  return new Set(rows.map(({ field }) => field));
}
