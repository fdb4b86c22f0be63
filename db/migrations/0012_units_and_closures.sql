ALTER TABLE "units" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "station_contacts" ADD COLUMN "closed_from" date;--> statement-breakpoint
ALTER TABLE "station_contacts" ADD COLUMN "closed_to" date;--> statement-breakpoint
ALTER TABLE "station_contacts" ADD COLUMN "closed_alternative" text;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "changed_by" text;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "changed_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_parent_code_units_code_fk" FOREIGN KEY ("parent_code") REFERENCES "public"."units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "station_contacts" ADD CONSTRAINT "station_contacts_closure" CHECK (("station_contacts"."closed_from" is null) = ("station_contacts"."closed_to" is null) and "station_contacts"."closed_to" >= "station_contacts"."closed_from"
        and ("station_contacts"."closed_alternative" is null or "station_contacts"."closed_from" is not null)
        and "station_contacts"."closed_alternative" <> "station_contacts"."unit_code");--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_code" CHECK ("units"."code" ~ '^[0-9A-Z]{12}$');--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_top" CHECK (("units"."parent_code" is null) = ("units"."level" = 'province'));--> statement-breakpoint
-- Another top unit comes from one; the policy cannot look into its own table.
CREATE FUNCTION unit_is_top(p_code text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM units u WHERE u.code = p_code AND u.parent_code IS NULL)
$$;
--> statement-breakpoint
CREATE POLICY "units_read" ON "units" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (true);--> statement-breakpoint
CREATE POLICY "units_add" ON "units" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (unit_within(parent_code, current_setting('tongban.unit', true)) or (parent_code is null and unit_is_top(current_setting('tongban.unit', true))));--> statement-breakpoint
CREATE POLICY "units_change" ON "units" AS PERMISSIVE FOR UPDATE TO "tongban_api" USING (unit_within(parent_code, current_setting('tongban.unit', true)) or (parent_code is null and code = current_setting('tongban.unit', true))) WITH CHECK (unit_within(parent_code, current_setting('tongban.unit', true)) or (parent_code is null and code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "units_worker" ON "units" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
-- Units come and change, and none is removed: cases and ledgers name them.
GRANT INSERT, UPDATE ON units TO tongban_api;
--> statement-breakpoint
-- Which of some units have had cases, beyond the caller's scope; it learns nothing else.
CREATE FUNCTION units_with_cases(p_units text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT code FROM unnest(p_units) AS code
  WHERE EXISTS (SELECT FROM case_scopes s WHERE s.unit_code = code)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION units_with_cases(text[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION units_with_cases(text[]) TO tongban_api;
--> statement-breakpoint
-- Lets the successors of merged stations, and the units above them, see the open cases that they have inherited by a
-- day. It follows the directory only, so that calling it shows nobody more than the directory says.
CREATE FUNCTION share_cases_with_successors(p_today date) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH RECURSIVE inherited(merged, station) AS (
    SELECT c.unit_code, c.successor FROM station_contacts c WHERE c.successor_since <= p_today
    UNION
    SELECT i.merged, c.successor
    FROM inherited i JOIN station_contacts c ON c.unit_code = i.station AND c.successor_since <= p_today
  ), paths(merged, code) AS (
    SELECT merged, station FROM inherited
    UNION
    SELECT p.merged, u.parent_code FROM paths p JOIN units u ON u.code = p.code
    WHERE u.parent_code IS NOT NULL
  ), shared AS (
    INSERT INTO case_scopes (unit_code, case_no, status, accepted_at, due_at)
    SELECT DISTINCT ON (p.code, s.case_no) p.code, s.case_no, s.status, s.accepted_at, s.due_at
    FROM paths p JOIN case_scopes s ON s.unit_code = p.merged AND s.status <> 'closed'
    ON CONFLICT DO NOTHING
    RETURNING 1
  )
  SELECT count(*)::integer FROM shared
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION share_cases_with_successors(date) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION share_cases_with_successors(date) TO tongban_api, tongban_worker;
--> statement-breakpoint
-- The duty telephones of stations, which papers and views show with the units, whoever asks.
CREATE FUNCTION duty_telephones() RETURNS TABLE (unit_code text, duty_telephone text, last_confirmed_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT c.unit_code, c.duty_telephone, c.last_confirmed_on FROM station_contacts c WHERE c.duty_telephone IS NOT NULL
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION duty_telephones() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION duty_telephones() TO tongban_api, tongban_worker;
