ALTER TABLE "enrolment_codes" ADD COLUMN "replaces_device_id" text;--> statement-breakpoint
ALTER TABLE "server_state" ADD COLUMN "sealing_key" jsonb;--> statement-breakpoint
ALTER TABLE "enrolment_codes" ADD CONSTRAINT "enrolment_codes_replaces_device_id_devices_id_fk" FOREIGN KEY ("replaces_device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;