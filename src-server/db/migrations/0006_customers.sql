CREATE TABLE "customer_logins" (
	"account_id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"email_confirmed_at" timestamp(3) with time zone,
	"registered_at" timestamp(3) with time zone NOT NULL,
	"submission_id" text
);
--> statement-breakpoint
CREATE TABLE "customer_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"device_id" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"ends_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "email_confirmations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"email" text NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"ends_at" timestamp(3) with time zone NOT NULL,
	"used_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mail_outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"next_try_at" timestamp(3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp(3) with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "payment_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"device_id" text NOT NULL,
	"channel" text NOT NULL,
	"amount_bani" bigint NOT NULL,
	"claims" jsonb NOT NULL,
	"state" text NOT NULL,
	"page_url" text,
	"provider_reference" text,
	"made_at" timestamp(3) with time zone NOT NULL,
	"ends_at" timestamp(3) with time zone NOT NULL,
	"settled_at" timestamp(3) with time zone,
	CONSTRAINT "payment_orders_amount" CHECK ("payment_orders"."amount_bani" > 0),
	CONSTRAINT "payment_orders_channel" CHECK ("payment_orders"."channel" in ('terminal', 'page')),
	CONSTRAINT "payment_orders_state" CHECK ("payment_orders"."state" in ('open', 'unknown', 'paid', 'declined', 'expired', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "terminal_address" text;--> statement-breakpoint
ALTER TABLE "enrolment_codes" ADD COLUMN "terminal_address" text;--> statement-breakpoint
ALTER TABLE "customer_logins" ADD CONSTRAINT "customer_logins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_logins" ADD CONSTRAINT "customer_logins_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_sessions" ADD CONSTRAINT "customer_sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_sessions" ADD CONSTRAINT "customer_sessions_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_confirmations" ADD CONSTRAINT "email_confirmations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD CONSTRAINT "mail_outbox_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_orders" ADD CONSTRAINT "payment_orders_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_orders" ADD CONSTRAINT "payment_orders_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_logins_by_email" ON "customer_logins" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "customer_sessions_by_account" ON "customer_sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "email_confirmations_by_account" ON "email_confirmations" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "mail_outbox_unsent" ON "mail_outbox" USING btree ("next_try_at") WHERE "mail_outbox"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "payment_orders_unsettled" ON "payment_orders" USING btree ("channel","made_at") WHERE "payment_orders"."state" in ('open', 'unknown');--> statement-breakpoint
CREATE INDEX "payment_orders_by_account" ON "payment_orders" USING btree ("account_id");--> statement-breakpoint
UPDATE "policies" SET "content" = '{"passwordLength": 6, "customerTries": 5, "customerLockMinutes": 15, "invoiceBarcode": "^(?<clientCode>\\d{6,8})-(?<internalCode>\\d{4,8})$", "visitIdleSeconds": 60, "visitWarningSeconds": 30}'::jsonb || "content";
