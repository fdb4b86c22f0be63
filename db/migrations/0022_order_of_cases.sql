DROP INDEX "case_scopes_newest";--> statement-breakpoint
DROP INDEX "case_scopes_by_status";--> statement-breakpoint
DROP INDEX "case_scopes_open_by_due";--> statement-breakpoint
CREATE INDEX "case_scopes_by_acceptance" ON "case_scopes" USING btree ("unit_code","accepted_at","case_no");--> statement-breakpoint
CREATE INDEX "case_scopes_by_due" ON "case_scopes" USING btree ("unit_code",coalesce("due_at", 'infinity'),"case_no");--> statement-breakpoint
CREATE INDEX "case_scopes_by_status" ON "case_scopes" USING btree ("unit_code","status","accepted_at","case_no");--> statement-breakpoint
CREATE INDEX "case_scopes_open_by_due" ON "case_scopes" USING btree ("unit_code",coalesce("due_at", 'infinity'),"case_no") WHERE "case_scopes"."status" <> 'closed';