-- Until now a link that was called off ended at that moment; from now on it ends when it was made (customers/confirmations.ts).
UPDATE "email_confirmations" SET "ends_at" = "made_at"
WHERE "used_at" IS NULL AND "ends_at" < "made_at" + interval '168 hours';
