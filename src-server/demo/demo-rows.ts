import type { CopyTarget, CopyValue } from '../db/copy-rows';
import type { DemoAccount } from './demo-utility';

type Row = readonly CopyValue[];

/** One of the tables a demo account fills: where its rows go and how they are made. */
export interface DemoTable extends CopyTarget {
  rows: (account: DemoAccount) => Row[];
}

const words = (text: string) => text.split(' ');

/** In the order of their foreign keys. */
export const demoTables: readonly DemoTable[] = [
  {
    table: 'accounts',
    columns: words(
      'id client_code internal_code holder_name customer_kind service_address locality office_id dwelling status window_group phone email invoice_by_email balance_bani',
    ),
    rows: ({ account }) => [accountRow(account)],
  },
  {
    table: 'meters',
    columns: words('id account_id serial digits remote status installed_on initial_index'),
    rows: ({ account, meters }) =>
      meters.map(({ meter }) => [
        meter.id,
        account.id,
        meter.serial,
        meter.digits,
        meter.remote,
        meter.status,
        meter.installedOn,
        meter.initialIndex,
      ]),
  },
  {
    table: 'reading_revisions',
    columns: words('id meter_id period index source captured_at accepted recorded_at'),
    rows: ({ meters }) =>
      meters.flatMap(({ meter, readings }) =>
        readings.map((reading) => [
          reading.submissionId,
          meter.id,
          reading.period,
          reading.index,
          reading.source,
          reading.capturedAt,
          true,
          reading.capturedAt,
        ]),
      ),
  },
  {
    table: 'invoices',
    columns: words('id account_id number period issued_on due_on total_bani outstanding_bani'),
    rows: ({ invoices }) =>
      invoices.map((invoice) => [
        invoice.id,
        invoice.accountId,
        invoice.number,
        invoice.period,
        invoice.issuedOn,
        invoice.dueOn,
        invoice.totalBani,
        invoice.outstandingBani,
      ]),
  },
  {
    table: 'invoice_lines',
    columns: words('invoice_id line description quantity unit unit_price_bani amount_bani'),
    rows: ({ invoices }) =>
      invoices.flatMap(({ id, lines }) =>
        lines.map((line, place) => [
          id,
          place + 1,
          line.description,
          line.quantity,
          line.unit,
          line.unitPriceBani,
          line.amountBani,
        ]),
      ),
  },
  {
    table: 'payments',
    columns: words('id account_id amount_bani method paid_at receipt_number'),
    rows: ({ payments }) =>
      payments.map((payment) => [
        payment.id,
        payment.accountId,
        payment.amountBani,
        payment.method,
        payment.paidAt,
        payment.receiptNumber,
      ]),
  },
  {
    table: 'payment_allocations',
    columns: words('payment_id invoice_id amount_bani'),
    rows: ({ payments }) =>
      payments.flatMap(({ id, allocations }) =>
        allocations.map(({ invoiceId, amountBani }) => [id, invoiceId, amountBani]),
      ),
  },
];

const accountRow = (account: DemoAccount['account']): Row => [
  account.id,
  account.clientCode,
  account.internalCode,
  account.holderName,
  account.customerKind,
  account.serviceAddress,
  account.locality,
  account.officeId,
  account.dwelling,
  account.status,
  account.windowGroup,
  account.contact.phone,
  account.contact.email,
  account.contact.invoiceByEmail,
  account.balanceBani,
];
