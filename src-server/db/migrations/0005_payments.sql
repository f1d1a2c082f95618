ALTER TABLE "payment_allocations" ADD COLUMN "claimed_bani" bigint;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "accepted" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "reversed_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "reversal_id" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "tendered_bani" bigint;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "terminal_reference" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "device_id" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "staff_id" text;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_reversal_id_submissions_id_fk" FOREIGN KEY ("reversal_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payment_allocations_claims" ON "payment_allocations" USING btree ("invoice_id") WHERE "payment_allocations"."claimed_bani" is not null;--> statement-breakpoint
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_amount" CHECK ("payment_allocations"."amount_bani" >= 0 and "payment_allocations"."amount_bani" <= coalesce("payment_allocations"."claimed_bani", "payment_allocations"."amount_bani"));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_reversal" CHECK (("payments"."reversed_at" is null) = ("payments"."reversal_id" is null));