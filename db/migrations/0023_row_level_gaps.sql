ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "number_sequences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP POLICY "directory_absences_change" ON "directory_absences" CASCADE;--> statement-breakpoint
DROP POLICY "directory_persons_remove" ON "directory_persons" CASCADE;--> statement-breakpoint
DROP POLICY "station_contacts_remove" ON "station_contacts" CASCADE;--> statement-breakpoint
CREATE POLICY "idempotency_keys_own_unit" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "tongban_api" USING (right(principal, 12) = current_setting('tongban.unit', true)) WITH CHECK (right(principal, 12) = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "number_sequences_own_unit" ON "number_sequences" AS PERMISSIVE FOR ALL TO "tongban_api" USING ("number_sequences"."unit_code" = current_setting('tongban.unit', true)) WITH CHECK ("number_sequences"."unit_code" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "number_sequences_worker" ON "number_sequences" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER POLICY "policies_add" ON "policies" TO tongban_api WITH CHECK ("policies"."province" = current_setting('tongban.unit', true));--> statement-breakpoint
ALTER POLICY "policies_supersede" ON "policies" TO tongban_api USING ("policies"."province" = current_setting('tongban.unit', true));--> statement-breakpoint
-- What the API changes of these, and no more of them.
REVOKE UPDATE ON idempotency_keys, policies, calendar_versions FROM tongban_api;
--> statement-breakpoint
GRANT UPDATE (case_no, status, body) ON idempotency_keys TO tongban_api;
--> statement-breakpoint
GRANT UPDATE (superseded_at) ON policies TO tongban_api;
--> statement-breakpoint
GRANT UPDATE (published_at, superseded_at) ON calendar_versions TO tongban_api;
