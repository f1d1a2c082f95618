ALTER TABLE "verdicts" ADD COLUMN "waits_for" text;--> statement-breakpoint
CREATE INDEX "verdicts_waiting" ON "verdicts" USING btree ("waits_for") WHERE "verdicts"."waits_for" is not null;