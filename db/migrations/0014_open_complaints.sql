CREATE INDEX "cases_open_complaints" ON "cases" USING btree ("case_no") WHERE jsonb_path_exists("cases"."state", '$.complaints[*] ? (@.answeredAt == null)');--> statement-breakpoint
-- A state that was kept before there were complaints has none.
UPDATE "cases" SET "state" = "state" || '{"complaints": []}' WHERE "state" -> 'complaints' IS NULL;
