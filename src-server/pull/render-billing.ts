import { sql } from 'drizzle-orm';
import type { Invoice, Payment } from '../../shared/model/billing';
import type { Queryable } from '../db/connect';
import { instantSql } from '../db/instant';
import { documentSources } from './documents';
import type { Viewer } from './viewer';

export async function renderInvoices(
  db: Queryable,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, Invoice>> {
  const { rows } = await db.execute<Invoice & Record<string, unknown>>(sql`
    select d.id, d.account_id as "accountId", d.number, d.period, d.issued_on::text as "issuedOn",
      d.due_on::text as "dueOn", d.total_bani::float8 as "totalBani", d.outstanding_bani::float8 as "outstandingBani",
      array(select c.payment_id from payment_allocations c join payments p on p.id = c.payment_id
        where c.invoice_id = d.id and c.claimed_bani is not null and p.accepted and p.reversed_at is null
        order by c.payment_id) as "countedPayments",
      coalesce((select json_agg(json_build_object('description', l.description, 'quantity', l.quantity,
         'unit', l.unit, 'unitPriceBani', l.unit_price_bani, 'amountBani', l.amount_bani) order by l.line)
       from invoice_lines l where l.invoice_id = d.id), '[]') as lines
    from ${documentSources.invoices.from}
    where d.id = any(${sql.param(ids)}::text[]) and ${documentSources.invoices.visibleTo(viewer)}`);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function renderPayments(
  db: Queryable,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, Payment>> {
  const { rows } = await db.execute<Payment & Record<string, unknown>>(sql`
    select d.id, d.account_id as "accountId", d.amount_bani::float8 as "amountBani", d.method,
      ${sql.raw(instantSql('d.paid_at'))} as "paidAt", d.receipt_number as "receiptNumber",
      ${sql.raw(instantSql('d.reversed_at'))} as "reversedAt",
      coalesce((select json_agg(json_build_object('invoiceId', i.id, 'invoiceNumber', i.number,
         'amountBani', p.amount_bani) order by i.number)
       from payment_allocations p join invoices i on i.id = p.invoice_id where p.payment_id = d.id and p.amount_bani > 0), '[]') as allocations
    from ${documentSources.payments.from}
    where d.id = any(${sql.param(ids)}::text[]) and ${documentSources.payments.visibleTo(viewer)}`);
  return new Map(rows.map((row) => [row.id, row]));
}
