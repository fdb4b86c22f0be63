DROP INDEX IF EXISTS "case_scopes_by_acceptance", "case_scopes_by_status", "case_scopes_by_due", "case_scopes_open_by_due";
--> statement-breakpoint
ALTER TABLE "case_scopes" ADD COLUMN "accepting_station" text;--> statement-breakpoint
ALTER TABLE "case_scopes" ADD COLUMN "home_station" text;--> statement-breakpoint
UPDATE case_scopes s SET accepting_station = c.accepting_station, home_station = c.home_station
FROM cases c WHERE c.case_no = s.case_no;
--> statement-breakpoint
ALTER TABLE "case_scopes" ALTER COLUMN "accepting_station" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "case_scopes" ALTER COLUMN "home_station" SET NOT NULL;--> statement-breakpoint
-- Read backwards for the newest: `desc` in an index is `nulls last`, which is not the order of `order by … desc`.
CREATE INDEX "case_scopes_by_acceptance" ON "case_scopes" USING btree ("unit_code","accepted_at","case_no")
  INCLUDE (accepting_station, home_station);
--> statement-breakpoint
CREATE INDEX "case_scopes_by_status" ON "case_scopes" USING btree ("unit_code","status","accepted_at","case_no")
  INCLUDE (accepting_station, home_station);
--> statement-breakpoint
CREATE INDEX "case_scopes_by_due" ON "case_scopes" USING btree ("unit_code",(case when "due_at" is null then 'infinity' else "due_at" end),"case_no")
  INCLUDE (accepting_station, home_station);
--> statement-breakpoint
CREATE INDEX "case_scopes_open_by_due" ON "case_scopes" USING btree ("unit_code",(case when "due_at" is null then 'infinity' else "due_at" end),"case_no")
  INCLUDE (accepting_station, home_station) WHERE status <> 'closed';
--> statement-breakpoint
-- As before, with the stations.
CREATE OR REPLACE FUNCTION rescope_cases(p_cases text[], p_day date) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH wanted AS MATERIALIZED (
    SELECT w.case_no, w.unit_code FROM scopes_of_cases(p_cases, p_day) w
  ), removed AS (
    DELETE FROM case_scopes s USING unnest(p_cases) AS c(case_no)
    WHERE s.case_no = c.case_no
      AND NOT EXISTS (SELECT FROM wanted w WHERE w.case_no = s.case_no AND w.unit_code = s.unit_code)
    RETURNING 1
  ), added AS (
    INSERT INTO case_scopes (unit_code, case_no, status, accepted_at, due_at, accepting_station, home_station)
    SELECT w.unit_code, c.case_no, c.status, c.accepted_at, c.due_at, c.accepting_station, c.home_station
    FROM wanted w JOIN cases c ON c.case_no = w.case_no
    WHERE NOT EXISTS (SELECT FROM case_scopes s WHERE s.case_no = w.case_no AND s.unit_code = w.unit_code)
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM removed)::integer + (SELECT count(*) FROM added)::integer
$$;
--> statement-breakpoint
-- A reroute changes one of them; who else sees the case then follows.
CREATE FUNCTION scopes_follow_home_station() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE case_scopes SET home_station = NEW.home_station WHERE case_no = NEW.case_no;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER cases_rerouted AFTER UPDATE ON cases
FOR EACH ROW WHEN (OLD.home_station IS DISTINCT FROM NEW.home_station) EXECUTE FUNCTION scopes_follow_home_station();
--> statement-breakpoint
REVOKE ALL ON FUNCTION scopes_follow_home_station() FROM PUBLIC;
--> statement-breakpoint
ANALYZE case_scopes;
