import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { instant } from './instant';

/*
 * What is true, in relational tables. Money is integer bani, volumes whole m³. Nothing is deleted.
 * `changes` is the log devices pull from: every transaction that changes something a device may hold ends with it.
 */
const bani = (name: string) => bigint(name, { mode: 'number' });

export const serverState = pgTable('server_state', {
  onlyRow: boolean('only_row').primaryKey().default(true),
  storedEpoch: text('stored_epoch').notNull(), // a UUID; joined with the cluster's identifier and timeline
  tokenKey: text('token_key').notNull(), // keys the hash by which device tokens and internal codes are known
  sealingKey: jsonb('sealing_key'), // a private JWK: opens what devices seal; made by the first migration that finds none
  demo: jsonb('demo'), // what the demo data were made from; null at a utility
});

export const offices = pgTable('offices', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
});

/** One number a scope (`office:…`, `device:…`, `policy`, `staff`): raised by each transaction that changes it. */
export const changeCounters = pgTable('change_counters', {
  scope: text('scope').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull().default(0),
});

/** The latest change of each document in each scope, in commit order: older entries would render the same document. */
export const changes = pgTable(
  'changes',
  {
    scope: text('scope')
      .notNull()
      .references(() => changeCounters.scope),
    collection: text('collection').notNull(),
    documentId: text('document_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.collection, table.documentId] }),
    index('changes_in_commit_order').on(table.scope, table.collection, table.seq),
  ],
);

export const accounts = pgTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    clientCode: text('client_code').notNull().unique(),
    internalCode: text('internal_code').notNull(),
    holderName: text('holder_name').notNull(),
    customerKind: text('customer_kind').notNull(),
    serviceAddress: text('service_address').notNull(),
    locality: text('locality').notNull(),
    officeId: text('office_id')
      .notNull()
      .references(() => offices.id),
    dwelling: text('dwelling').notNull(),
    status: text('status').notNull(),
    windowGroup: text('window_group').notNull().default('standard'),
    phone: text('phone'),
    email: text('email'),
    invoiceByEmail: boolean('invoice_by_email').notNull().default(false),
    balanceBani: bani('balance_bani').notNull().default(0),
  },
  (table) => [
    index('accounts_by_office').on(table.officeId),
    check('accounts_customer_kind', sql`${table.customerKind} in ('person', 'association', 'company')`),
    check('accounts_dwelling', sql`${table.dwelling} in ('house', 'apartment')`),
    check('accounts_status', sql`${table.status} in ('active', 'closed')`),
  ],
);

export const meters = pgTable(
  'meters',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    serial: text('serial').notNull().unique(),
    digits: smallint('digits').notNull(),
    remote: boolean('remote').notNull().default(false),
    status: text('status').notNull().default('installed'),
    installedOn: date('installed_on', { mode: 'string' }).notNull(),
    initialIndex: integer('initial_index').notNull(),
  },
  (table) => [
    index('meters_by_account').on(table.accountId),
    check('meters_digits', sql`${table.digits} between 3 and 9`),
    check('meters_status', sql`${table.status} in ('installed', 'removed')`),
    check('meters_initial_index', sql`${table.initialIndex} >= 0`),
  ],
);

export const devices = pgTable(
  'devices',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    surface: text('surface').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    enrolledAt: instant('enrolled_at').notNull(),
    revokedAt: instant('revoked_at'),
    lastExchangeAt: instant('last_exchange_at'),
    lastEmptyOutboxAt: instant('last_empty_outbox_at'), // when it last had nothing left to send
    terminalAddress: text('terminal_address'), // host:port of the card terminal beside a kiosk
  },
  (table) => [check('devices_surface', sql`${table.surface} in ('counter', 'self-service')`)],
);

export const deviceOffices = pgTable(
  'device_offices',
  {
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    officeId: text('office_id')
      .notNull()
      .references(() => offices.id),
  },
  (table) => [primaryKey({ columns: [table.deviceId, table.officeId] })],
);

export const enrolmentCodes = pgTable('enrolment_codes', {
  codeHash: text('code_hash').primaryKey(),
  deviceName: text('device_name').notNull(),
  surface: text('surface').notNull(),
  officeIds: text('office_ids').array().notNull(),
  usesLeft: integer('uses_left'), // null: a demo code, good for any number of devices
  replacesDeviceId: text('replaces_device_id').references(() => devices.id), // who redeems it becomes that device
  terminalAddress: text('terminal_address'), // of the device it makes
  madeAt: instant('made_at').notNull(),
});

export const staff = pgTable(
  'staff',
  {
    id: text('id').primaryKey(),
    userName: text('user_name').notNull().unique(),
    displayName: text('display_name').notNull(),
    role: text('role').notNull(),
    active: boolean('active').notNull().default(true),
    passwordHash: text('password_hash').notNull(), // argon2id, encoded
  },
  (table) => [check('staff_role', sql`${table.role} in ('clerk', 'supervisor', 'it')`)],
);

export const policies = pgTable('policies', {
  id: text('id').primaryKey(),
  effectiveFrom: instant('effective_from').notNull(),
  content: jsonb('content').notNull(), // the policy document, parsed by its schema when read
});

/** What devices asked, as they asked it. */
export const submissions = pgTable(
  'submissions',
  {
    id: text('id').primaryKey(),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    deviceSeq: integer('device_seq').notNull(),
    kind: text('kind').notNull(),
    content: jsonb('content').notNull(),
    contentHash: text('content_hash').notNull(),
    receiptNumber: text('receipt_number').notNull(),
    capturedAt: instant('captured_at').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [
    index('submissions_by_device').on(table.deviceId, table.deviceSeq),
    index('submissions_by_receipt').on(table.receiptNumber),
  ],
);

export const verdicts = pgTable(
  'verdicts',
  {
    submissionId: text('submission_id')
      .primaryKey()
      .references(() => submissions.id),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    officeId: text('office_id')
      .notNull()
      .references(() => offices.id),
    accountId: text('account_id').references(() => accounts.id),
    kind: text('kind').notNull(),
    outcome: text('outcome').notNull(),
    findings: jsonb('findings').notNull(),
    review: boolean('review').notNull(),
    superseded: boolean('superseded').notNull(),
    summary: jsonb('summary'),
    decidedAt: instant('decided_at').notNull(),
    settledBy: text('settled_by'),
    /** Of a decision or correction: the submission it settles, as long as that has not arrived. */
    waitsFor: text('waits_for'),
  },
  (table) => [
    index('verdicts_by_account').on(table.accountId),
    index('verdicts_by_device').on(table.deviceId),
    index('verdicts_waiting').on(table.waitsFor).where(sql`${table.waitsFor} is not null`),
    check('verdicts_outcome', sql`${table.outcome} in ('accepted', 'held', 'refused')`),
  ],
);

/** Append-only: every value ever sent for a meter's month, by whom, where, when. `accepted` ones compete to stand. */
export const readingRevisions = pgTable(
  'reading_revisions',
  {
    id: text('id').primaryKey(), // the submission's id, or the import's own
    meterId: text('meter_id')
      .notNull()
      .references(() => meters.id),
    period: text('period').notNull(),
    index: integer('index').notNull(),
    source: text('source').notNull(),
    capturedAt: instant('captured_at').notNull(),
    accepted: boolean('accepted').notNull(),
    submissionId: text('submission_id').references(() => submissions.id),
    deviceId: text('device_id').references(() => devices.id),
    staffId: text('staff_id'), // who typed it; null: the customer, a reader or an estimate
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    // Holds all that rendering a meter's history needs: a first sync reads it a hundred thousand times.
    index('reading_revisions_accepted')
      .on(table.meterId, table.period, table.index, table.source, table.capturedAt, table.id)
      .where(sql`${table.accepted}`),
    index('reading_revisions_by_submission').on(table.submissionId),
    check('reading_revisions_index', sql`${table.index} >= 0`),
    check('reading_revisions_source', sql`${table.source} in ('customer', 'clerk', 'reader', 'estimate')`),
    check('reading_revisions_period', sql`${table.period} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
  ],
);

/** Periods whose readings were exported for billing. */
export const billedPeriods = pgTable('billed_periods', {
  period: text('period').primaryKey(),
  exportedAt: instant('exported_at').notNull(),
});

export const invoices = pgTable(
  'invoices',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    number: text('number').notNull().unique(),
    period: text('period').notNull(),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    totalBani: bani('total_bani').notNull(),
    outstandingBani: bani('outstanding_bani').notNull(),
  },
  (table) => [
    index('invoices_by_account').on(table.accountId),
    check('invoices_outstanding', sql`${table.outstandingBani} between 0 and ${table.totalBani}`),
  ],
);

export const invoiceLines = pgTable(
  'invoice_lines',
  {
    invoiceId: text('invoice_id')
      .notNull()
      .references(() => invoices.id),
    line: smallint('line').notNull(),
    description: text('description').notNull(),
    quantity: numeric('quantity', { mode: 'number' }).notNull(),
    unit: text('unit').notNull(),
    unitPriceBani: bani('unit_price_bani').notNull(),
    amountBani: bani('amount_bani').notNull(),
  },
  (table) => [primaryKey({ columns: [table.invoiceId, table.line] })],
);

/** Append-only but for what becomes of a payment: whether it counts, and by what it was taken back. */
export const payments = pgTable(
  'payments',
  {
    id: text('id').primaryKey(), // the submission's id, or the import's own
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    amountBani: bani('amount_bani').notNull(),
    method: text('method').notNull(),
    paidAt: instant('paid_at').notNull(),
    receiptNumber: text('receipt_number').notNull(),
    accepted: boolean('accepted').notNull().default(true),
    reversedAt: instant('reversed_at'),
    reversalId: text('reversal_id').references(() => submissions.id),
    tenderedBani: bani('tendered_bani'), // cash received; null: exactly the amount, or no cash
    terminalReference: text('terminal_reference'),
    deviceId: text('device_id').references(() => devices.id),
    staffId: text('staff_id'), // who took it; null: paid elsewhere
  },
  (table) => [
    index('payments_by_account').on(table.accountId),
    check('payments_amount', sql`${table.amountBani} > 0`),
    check('payments_method', sql`${table.method} in ('cash', 'card', 'transfer', 'online')`),
    check('payments_reversal', sql`(${table.reversedAt} is null) = (${table.reversalId} is null)`),
  ],
);

export const paymentAllocations = pgTable(
  'payment_allocations',
  {
    paymentId: text('payment_id')
      .notNull()
      .references(() => payments.id),
    invoiceId: text('invoice_id')
      .notNull()
      .references(() => invoices.id),
    amountBani: bani('amount_bani').notNull(),
    /** What was meant for the invoice where it was paid; null: imported, and never dealt out again. */
    claimedBani: bani('claimed_bani'),
  },
  (table) => [
    primaryKey({ columns: [table.paymentId, table.invoiceId] }),
    index('payment_allocations_claims').on(table.invoiceId).where(sql`${table.claimedBani} is not null`),
    check(
      'payment_allocations_amount',
      sql`${table.amountBani} >= 0 and ${table.amountBani} <= coalesce(${table.claimedBani}, ${table.amountBani})`,
    ),
  ],
);

/** A customer's own way in: at most one an account; one address may open several accounts. */
export const customerLogins = pgTable(
  'customer_logins',
  {
    accountId: text('account_id')
      .primaryKey()
      .references(() => accounts.id),
    email: text('email').notNull(),
    passwordHash: text('password_hash').notNull(), // argon2id, encoded
    emailConfirmedAt: instant('email_confirmed_at'), // null: the link was not opened yet, and nobody signs in
    registeredAt: instant('registered_at').notNull(),
    submissionId: text('submission_id').references(() => submissions.id),
  },
  (table) => [index('customer_logins_by_email').on(sql`lower(${table.email})`)],
);

/** A customer who signed in at a kiosk: proves for minutes, and for that device alone, who asks. */
export const customerSessions = pgTable(
  'customer_sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    startedAt: instant('started_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    endedAt: instant('ended_at'), // signed out, or the password was changed
  },
  (table) => [index('customer_sessions_by_account').on(table.accountId)],
);

/** An address that somebody gave and has yet to show to be theirs, by the link that was sent to it. */
export const emailConfirmations = pgTable(
  'email_confirmations',
  {
    tokenHash: text('token_hash').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    email: text('email').notNull(),
    madeAt: instant('made_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('email_confirmations_by_account').on(table.accountId)],
);

/** Mail on its way: written with what it tells of, sent after the commit, tried again until it is taken. */
export const mailOutbox = pgTable(
  'mail_outbox',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').references(() => accounts.id),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(), // plain text
    madeAt: instant('made_at').notNull(),
    nextTryAt: instant('next_try_at').notNull(),
    tries: integer('tries').notNull().default(0),
    sentAt: instant('sent_at'),
    lastError: text('last_error'),
  },
  (table) => [index('mail_outbox_unsent').on(table.nextTryAt).where(sql`${table.sentAt} is null`)],
);

/** What customers pay by card at a kiosk or on the provider's page: charged once, whatever breaks in between. */
export const paymentOrders = pgTable(
  'payment_orders',
  {
    id: text('id').primaryKey(), // and the payment's, once it is paid
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    channel: text('channel').notNull(),
    amountBani: bani('amount_bani').notNull(),
    claims: jsonb('claims').notNull(), // what of it is meant for which invoice
    state: text('state').notNull(),
    pageUrl: text('page_url'),
    providerReference: text('provider_reference'), // the terminal's or the provider's own number of the charge
    madeAt: instant('made_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    settledAt: instant('settled_at'),
    endConfirmedAt: instant('end_confirmed_at'), // a page that ended unpaid: the provider said so again, well after its end
  },
  (table) => [
    index('payment_orders_unsettled')
      .on(table.channel, table.madeAt)
      .where(sql`${table.state} in ('open', 'unknown')`),
    index('payment_orders_unconfirmed')
      .on(table.endsAt)
      .where(
        sql`${table.channel} = 'page' and ${table.state} in ('expired', 'failed') and ${table.endConfirmedAt} is null`,
      ),
    index('payment_orders_by_account').on(table.accountId),
    check('payment_orders_amount', sql`${table.amountBani} > 0`),
    check('payment_orders_channel', sql`${table.channel} in ('terminal', 'page')`),
    check(
      'payment_orders_state',
      sql`${table.state} in ('open', 'unknown', 'paid', 'declined', 'expired', 'failed')`,
    ),
  ],
);

/** Who did what: every change is attributable. */
export const audit = pgTable(
  'audit',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull(),
    deviceId: text('device_id').references(() => devices.id),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: jsonb('detail'),
  },
  (table) => [
    index('audit_by_subject').on(table.subject),
    // Asked of every submission by staff.
    index('audit_sign_ins')
      .on(table.deviceId, table.subject, table.at)
      .where(sql`${table.action} = 'sign-in'`),
  ],
);
