CREATE TABLE "audit_entries" (
	"day" date NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"operation" text NOT NULL,
	"outcome" text NOT NULL,
	"officer_id" text NOT NULL,
	"roles" text[] NOT NULL,
	"unit_code" text NOT NULL,
	"case_no" text,
	"object_id" text,
	"request_id" text NOT NULL,
	"reason" text,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entries_day_seq_pk" PRIMARY KEY("day","seq")
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "audit_entries_unit" ON "audit_entries" USING btree ("unit_code","day","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_outcome" ON "audit_entries" USING btree ("outcome","day","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_officer" ON "audit_entries" USING btree ("officer_id","day","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_case" ON "audit_entries" USING btree ("case_no","day","seq") WHERE "audit_entries"."case_no" is not null;--> statement-breakpoint
CREATE INDEX "units_parent" ON "units" USING btree ("parent_code");--> statement-breakpoint
-- A unit and those below it, all at once.
CREATE FUNCTION units_below(p_code text) RETURNS SETOF text
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  WITH RECURSIVE below(code) AS (
    SELECT u.code FROM units u WHERE u.code = p_code
    UNION
    SELECT u.code FROM units u JOIN below ON u.parent_code = below.code
  )
  SELECT code FROM below
$$;
--> statement-breakpoint
CREATE POLICY "audit_entries_auditor" ON "audit_entries" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (current_setting('tongban.reads_audit', true) = 'yes' and unit_code in (select units_below(current_setting('tongban.unit', true))));--> statement-breakpoint
-- What a row's hash is taken of; `domain/audit/chain.ts` says the same, for whoever verifies.
CREATE FUNCTION audit_text(previous text, e audit_entries) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT jsonb_build_array(previous, e.day::text, e.seq::text,
    to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.kind, e.operation, e.outcome, e.officer_id,
    to_jsonb(e.roles), e.unit_code, e.case_no, e.object_id, e.request_id, e.reason)::text
$$;
--> statement-breakpoint
-- Appends rows at an instant, or at that of the last row where a clock went back: neither a day nor a row before the
-- last one gets anything more. One writer at a time, until he commits; docs/adr says what that costs.
CREATE FUNCTION append_audit_at(p_now timestamptz, p_entries jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  head audit_entries;
  entry audit_entries;
  given jsonb;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit', 0));
  SELECT * INTO head FROM audit_entries ORDER BY day DESC, seq DESC LIMIT 1;
  FOR given IN SELECT * FROM jsonb_array_elements(p_entries) LOOP
    entry := jsonb_populate_record(NULL::audit_entries, given);
    entry.at := greatest(date_trunc('milliseconds', p_now), head.at);
    entry.day := (entry.at AT TIME ZONE 'Asia/Shanghai')::date;
    entry.seq := CASE WHEN entry.day = head.day THEN head.seq + 1 ELSE 1 END;
    entry.hash := encode(sha256(convert_to(audit_text(coalesce(head.hash, ''), entry), 'UTF8')), 'hex');
    INSERT INTO audit_entries SELECT (entry).*;
    head := entry;
  END LOOP;
END
$$;
--> statement-breakpoint
-- The only way into the audit. The clock is read under the lock, so that rows stand in the order of their instants.
CREATE FUNCTION append_audit(p_entries jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit', 0));
  PERFORM append_audit_at(clock_timestamp(), p_entries);
END
$$;
--> statement-breakpoint
-- What the chain of each day came to, for auditors of whatever unit: it tells them how many rows, and nothing in them.
-- It waits for whoever is appending: a day that is over has got all that it gets.
CREATE FUNCTION audit_anchors(p_from date, p_to date) RETURNS TABLE (day date, count integer, hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('audit', 0));
  RETURN QUERY
    SELECT e.day, e.seq, e.hash
    FROM generate_series(p_from::timestamp, p_to::timestamp, '1 day') AS each
    CROSS JOIN LATERAL (
      SELECT a.day, a.seq, a.hash FROM audit_entries a WHERE a.day = each::date ORDER BY a.seq DESC LIMIT 1
    ) AS e
    WHERE current_setting('tongban.reads_audit', true) = 'yes'
    ORDER BY e.day;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION audit_text(text, audit_entries), append_audit_at(timestamptz, jsonb), append_audit(jsonb),
  audit_anchors(date, date) FROM PUBLIC;
--> statement-breakpoint
GRANT SELECT ON audit_entries TO tongban_api;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION append_audit(jsonb), audit_anchors(date, date) TO tongban_api;
