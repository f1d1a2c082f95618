DROP INDEX "reading_revisions_by_meter";--> statement-breakpoint
CREATE INDEX "reading_revisions_accepted" ON "reading_revisions" USING btree ("meter_id","period","index","source","captured_at","id") WHERE "reading_revisions"."accepted";--> statement-breakpoint
CREATE INDEX "reading_revisions_by_submission" ON "reading_revisions" USING btree ("submission_id");