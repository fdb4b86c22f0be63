DROP INDEX "escalations_unsettled";--> statement-breakpoint
CREATE INDEX "cases_of_accepting_station" ON "cases" USING btree ("accepting_station","accepted_at","case_no");--> statement-breakpoint
CREATE INDEX "cases_of_home_station" ON "cases" USING btree ("home_station","accepted_at","case_no");--> statement-breakpoint
CREATE INDEX "escalations_by_firing" ON "escalations" USING btree ("fired_at","case_no","rung_key");--> statement-breakpoint
CREATE INDEX "escalations_unsettled" ON "escalations" USING btree ("fired_at","case_no","rung_key") WHERE "escalations"."settlement" is null;--> statement-breakpoint
-- Each city and large county by itself: with the usual hundred Postgres knows the provinces' numbers of cases, and takes a
-- city of ten thousand for a station of two hundred.
ALTER TABLE case_scopes ALTER COLUMN unit_code SET STATISTICS 1000;
--> statement-breakpoint
ANALYZE case_scopes;
