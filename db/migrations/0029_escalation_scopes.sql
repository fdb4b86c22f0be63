CREATE TABLE "escalation_scopes" (
	"unit_code" text NOT NULL,
	"case_no" text NOT NULL,
	"rung_key" text NOT NULL,
	"fired_at" timestamp(3) with time zone NOT NULL,
	"settlement" text,
	CONSTRAINT "escalation_scopes_case_no_rung_key_unit_code_pk" PRIMARY KEY("case_no","rung_key","unit_code")
);
--> statement-breakpoint
ALTER TABLE "escalation_scopes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
-- Before its indexes and keys: a large country has millions.
INSERT INTO escalation_scopes (unit_code, case_no, rung_key, fired_at, settlement)
SELECT s.unit_code, e.case_no, e.rung_key, e.fired_at, e.settlement FROM escalations e JOIN case_scopes s ON s.case_no = e.case_no;
--> statement-breakpoint
DROP INDEX "escalations_by_firing";--> statement-breakpoint
DROP INDEX "escalations_unsettled";--> statement-breakpoint
ALTER TABLE "escalation_scopes" ADD CONSTRAINT "escalation_scopes_of_case_scope" FOREIGN KEY ("case_no","unit_code") REFERENCES "public"."case_scopes"("case_no","unit_code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_scopes" ADD CONSTRAINT "escalation_scopes_of_escalation" FOREIGN KEY ("case_no","rung_key") REFERENCES "public"."escalations"("case_no","rung_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "escalation_scopes_by_firing" ON "escalation_scopes" USING btree ("unit_code","fired_at","case_no","rung_key");--> statement-breakpoint
CREATE INDEX "escalation_scopes_unsettled" ON "escalation_scopes" USING btree ("unit_code","fired_at","case_no","rung_key") WHERE "escalation_scopes"."settlement" is null;--> statement-breakpoint
CREATE INDEX "escalations_unanswered" ON "escalations" USING btree ("station") WHERE "escalations"."settlement" is null and "escalations"."reply_clock" is not null;--> statement-breakpoint
CREATE POLICY "escalation_scopes_own_unit" ON "escalation_scopes" AS PERMISSIVE FOR SELECT TO "tongban_api" USING ("escalation_scopes"."unit_code" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "escalation_scopes_worker" ON "escalation_scopes" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
GRANT SELECT ON escalation_scopes TO tongban_api, tongban_worker;
--> statement-breakpoint
CREATE FUNCTION scope_fired_escalations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO escalation_scopes (unit_code, case_no, rung_key, fired_at, settlement)
  SELECT s.unit_code, e.case_no, e.rung_key, e.fired_at, e.settlement
  FROM fired e JOIN case_scopes s ON s.case_no = e.case_no;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER escalations_fired AFTER INSERT ON escalations REFERENCING NEW TABLE AS fired
FOR EACH STATEMENT EXECUTE FUNCTION scope_fired_escalations();
--> statement-breakpoint
CREATE FUNCTION settle_scoped_escalations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE escalation_scopes x SET settlement = e.settlement
  FROM settled e
  WHERE x.case_no = e.case_no AND x.rung_key = e.rung_key AND x.settlement IS DISTINCT FROM e.settlement;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER escalations_settled AFTER UPDATE ON escalations REFERENCING NEW TABLE AS settled
FOR EACH STATEMENT EXECUTE FUNCTION settle_scoped_escalations();
--> statement-breakpoint
-- Whoever comes to see a case finds what has fired in it; whoever no longer sees it loses that by the foreign key.
CREATE FUNCTION scope_escalations_of_cases() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO escalation_scopes (unit_code, case_no, rung_key, fired_at, settlement)
  SELECT s.unit_code, e.case_no, e.rung_key, e.fired_at, e.settlement
  FROM scoped s JOIN escalations e ON e.case_no = s.case_no;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER case_scopes_added AFTER INSERT ON case_scopes REFERENCING NEW TABLE AS scoped
FOR EACH STATEMENT EXECUTE FUNCTION scope_escalations_of_cases();
--> statement-breakpoint
REVOKE ALL ON FUNCTION scope_fired_escalations(), settle_scoped_escalations(), scope_escalations_of_cases() FROM PUBLIC;
--> statement-breakpoint
ALTER TABLE escalation_scopes ALTER COLUMN unit_code SET STATISTICS 1000;
--> statement-breakpoint
ANALYZE escalation_scopes;
