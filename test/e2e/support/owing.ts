import { sql } from 'drizzle-orm';
import { recordChanges } from '../../../src-server/changes/record-changes';
import { officeScope } from '../../../src-server/changes/scopes';
import { inTransaction } from '../../../src-server/db/transaction';
import type { CentralServer, Customer } from './central-server';

export interface Owed {
  id: string;
  number: string;
}

/** Leaves the customer of Petroșani one open invoice, of so many bani. */
export async function owing(server: CentralServer, { accountId }: Customer, bani: number): Promise<Owed> {
  const invoice = { id: `trial-${accountId}`, number: `PROBA ${accountId}` };
  const { id, number } = invoice;
  await server.rows('update invoices set outstanding_bani = 0 where account_id = $1', [accountId]);
  await inTransaction(server.database.db, async (tx) => {
    await tx.execute(sql`
      insert into invoices (id, account_id, number, period, issued_on, due_on, total_bani, outstanding_bani)
      values (${id}, ${accountId}, ${number}, '2020-01', current_date, current_date + 20, ${bani}, ${bani})`);
    await tx.execute(sql`
      insert into invoice_lines (invoice_id, line, description, quantity, unit, unit_price_bani, amount_bani)
      values (${id}, 1, 'Apă potabilă', 1, 'buc.', ${bani}, ${bani})`);
    await recordChanges(tx, [{ scope: officeScope('petrosani'), collection: 'invoices', documentId: id }]);
  });
  return invoice;
}

interface Books {
  payments: number;
  paidBani: number;
  method: string | null;
  outstandingBani: number;
  orders: string[];
}

/** What the tables say of a customer's payments since, and of the invoice. */
export async function booksOf(server: CentralServer, { id: invoiceId }: Owed): Promise<Books> {
  const [books] = await server.rows<Books>(
    `select i.outstanding_bani::int as "outstandingBani",
       (select count(*)::int from payment_allocations a where a.invoice_id = i.id) as payments,
       (select coalesce(sum(a.amount_bani), 0)::int from payment_allocations a where a.invoice_id = i.id) as "paidBani",
       (select max(p.method) from payments p join payment_allocations a on a.payment_id = p.id where a.invoice_id = i.id) as method,
       coalesce((select array_agg(o.state order by o.made_at) from payment_orders o where o.account_id = i.account_id), '{}') as orders
     from invoices i where i.id = $1`,
    [invoiceId],
  );
  if (!books) throw new Error(`There is no invoice ${invoiceId}.`);
  return books;
}
