CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"client_code" text NOT NULL,
	"internal_code" text NOT NULL,
	"holder_name" text NOT NULL,
	"customer_kind" text NOT NULL,
	"service_address" text NOT NULL,
	"locality" text NOT NULL,
	"office_id" text NOT NULL,
	"dwelling" text NOT NULL,
	"status" text NOT NULL,
	"window_group" text DEFAULT 'standard' NOT NULL,
	"phone" text,
	"email" text,
	"invoice_by_email" boolean DEFAULT false NOT NULL,
	"balance_bani" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "accounts_client_code_unique" UNIQUE("client_code"),
	CONSTRAINT "accounts_customer_kind" CHECK ("accounts"."customer_kind" in ('person', 'association', 'company')),
	CONSTRAINT "accounts_dwelling" CHECK ("accounts"."dwelling" in ('house', 'apartment')),
	CONSTRAINT "accounts_status" CHECK ("accounts"."status" in ('active', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp(3) with time zone NOT NULL,
	"device_id" text,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "billed_periods" (
	"period" text PRIMARY KEY NOT NULL,
	"exported_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change_counters" (
	"scope" text PRIMARY KEY NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"scope" text NOT NULL,
	"collection" text NOT NULL,
	"document_id" text NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "changes_scope_collection_document_id_pk" PRIMARY KEY("scope","collection","document_id")
);
--> statement-breakpoint
CREATE TABLE "device_offices" (
	"device_id" text NOT NULL,
	"office_id" text NOT NULL,
	CONSTRAINT "device_offices_device_id_office_id_pk" PRIMARY KEY("device_id","office_id")
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"surface" text NOT NULL,
	"token_hash" text NOT NULL,
	"enrolled_at" timestamp(3) with time zone NOT NULL,
	"revoked_at" timestamp(3) with time zone,
	"last_exchange_at" timestamp(3) with time zone,
	"last_empty_outbox_at" timestamp(3) with time zone,
	CONSTRAINT "devices_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "devices_surface" CHECK ("devices"."surface" in ('counter', 'self-service'))
);
--> statement-breakpoint
CREATE TABLE "enrolment_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"device_name" text NOT NULL,
	"surface" text NOT NULL,
	"office_ids" text[] NOT NULL,
	"uses_left" integer,
	"made_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"invoice_id" text NOT NULL,
	"line" smallint NOT NULL,
	"description" text NOT NULL,
	"quantity" numeric NOT NULL,
	"unit" text NOT NULL,
	"unit_price_bani" bigint NOT NULL,
	"amount_bani" bigint NOT NULL,
	CONSTRAINT "invoice_lines_invoice_id_line_pk" PRIMARY KEY("invoice_id","line")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"number" text NOT NULL,
	"period" text NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date NOT NULL,
	"total_bani" bigint NOT NULL,
	"outstanding_bani" bigint NOT NULL,
	CONSTRAINT "invoices_number_unique" UNIQUE("number"),
	CONSTRAINT "invoices_outstanding" CHECK ("invoices"."outstanding_bani" between 0 and "invoices"."total_bani")
);
--> statement-breakpoint
CREATE TABLE "meters" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"serial" text NOT NULL,
	"digits" smallint NOT NULL,
	"remote" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'installed' NOT NULL,
	"installed_on" date NOT NULL,
	"initial_index" integer NOT NULL,
	CONSTRAINT "meters_serial_unique" UNIQUE("serial"),
	CONSTRAINT "meters_digits" CHECK ("meters"."digits" between 3 and 9),
	CONSTRAINT "meters_status" CHECK ("meters"."status" in ('installed', 'removed')),
	CONSTRAINT "meters_initial_index" CHECK ("meters"."initial_index" >= 0)
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_allocations" (
	"payment_id" text NOT NULL,
	"invoice_id" text NOT NULL,
	"amount_bani" bigint NOT NULL,
	CONSTRAINT "payment_allocations_payment_id_invoice_id_pk" PRIMARY KEY("payment_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"amount_bani" bigint NOT NULL,
	"method" text NOT NULL,
	"paid_at" timestamp(3) with time zone NOT NULL,
	"receipt_number" text NOT NULL,
	CONSTRAINT "payments_amount" CHECK ("payments"."amount_bani" > 0),
	CONSTRAINT "payments_method" CHECK ("payments"."method" in ('cash', 'card', 'transfer', 'online'))
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"id" text PRIMARY KEY NOT NULL,
	"effective_from" timestamp(3) with time zone NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reading_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"meter_id" text NOT NULL,
	"period" text NOT NULL,
	"index" integer NOT NULL,
	"source" text NOT NULL,
	"captured_at" timestamp(3) with time zone NOT NULL,
	"accepted" boolean NOT NULL,
	"submission_id" text,
	"device_id" text,
	"staff_id" text,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "reading_revisions_index" CHECK ("reading_revisions"."index" >= 0),
	CONSTRAINT "reading_revisions_source" CHECK ("reading_revisions"."source" in ('customer', 'clerk', 'reader', 'estimate')),
	CONSTRAINT "reading_revisions_period" CHECK ("reading_revisions"."period" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
CREATE TABLE "server_state" (
	"only_row" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"stored_epoch" text NOT NULL,
	"token_key" text NOT NULL,
	"demo" jsonb
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"user_name" text NOT NULL,
	"display_name" text NOT NULL,
	"role" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"password_hash" text NOT NULL,
	CONSTRAINT "staff_user_name_unique" UNIQUE("user_name"),
	CONSTRAINT "staff_role" CHECK ("staff"."role" in ('clerk', 'supervisor', 'it'))
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text PRIMARY KEY NOT NULL,
	"device_id" text NOT NULL,
	"device_seq" integer NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"receipt_number" text NOT NULL,
	"captured_at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verdicts" (
	"submission_id" text PRIMARY KEY NOT NULL,
	"device_id" text NOT NULL,
	"office_id" text NOT NULL,
	"account_id" text,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"findings" jsonb NOT NULL,
	"review" boolean NOT NULL,
	"superseded" boolean NOT NULL,
	"summary" jsonb,
	"decided_at" timestamp(3) with time zone NOT NULL,
	"settled_by" text,
	CONSTRAINT "verdicts_outcome" CHECK ("verdicts"."outcome" in ('accepted', 'held', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_scope_change_counters_scope_fk" FOREIGN KEY ("scope") REFERENCES "public"."change_counters"("scope") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_offices" ADD CONSTRAINT "device_offices_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_offices" ADD CONSTRAINT "device_offices_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meters" ADD CONSTRAINT "meters_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_revisions" ADD CONSTRAINT "reading_revisions_meter_id_meters_id_fk" FOREIGN KEY ("meter_id") REFERENCES "public"."meters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_revisions" ADD CONSTRAINT "reading_revisions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_revisions" ADD CONSTRAINT "reading_revisions_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_by_office" ON "accounts" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "changes_in_commit_order" ON "changes" USING btree ("scope","collection","seq");--> statement-breakpoint
CREATE INDEX "invoices_by_account" ON "invoices" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "meters_by_account" ON "meters" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "payments_by_account" ON "payments" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "reading_revisions_by_meter" ON "reading_revisions" USING btree ("meter_id","period");--> statement-breakpoint
CREATE INDEX "submissions_by_device" ON "submissions" USING btree ("device_id","device_seq");--> statement-breakpoint
CREATE INDEX "submissions_by_receipt" ON "submissions" USING btree ("receipt_number");--> statement-breakpoint
CREATE INDEX "verdicts_by_account" ON "verdicts" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "verdicts_by_device" ON "verdicts" USING btree ("device_id");