CREATE TABLE "audit_removed_days" (
	"day" date PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"hash" text NOT NULL,
	"removed_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_removed_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_entries" ALTER COLUMN "officer_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_entries" ALTER COLUMN "unit_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_of_nobody" CHECK (num_nulls("audit_entries"."officer_id", "audit_entries"."unit_code") in (0, 2));--> statement-breakpoint
ALTER POLICY "audit_entries_auditor" ON "audit_entries" TO tongban_api USING (current_setting('tongban.reads_audit', true) = 'yes' and (unit_code is null or unit_code in (select units_below(current_setting('tongban.unit', true)))));--> statement-breakpoint
-- Rows of before have no code, and hash as they did.
CREATE OR REPLACE FUNCTION audit_text(previous text, e audit_entries) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT (jsonb_build_array(previous, e.day::text, e.seq::text,
    to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.kind, e.operation, e.outcome, e.officer_id,
    to_jsonb(e.roles), e.unit_code, e.case_no, e.object_id, e.request_id)
    || CASE WHEN e.code IS NULL THEN '[]' ELSE jsonb_build_array(e.code) END)::text
$$;
--> statement-breakpoint
DROP FUNCTION end_sessions_of_provider(text, text);
--> statement-breakpoint
-- The provider says that a session of its own, or all of a subject's, have ended; ours are in no unit's scope then. Whose
-- they were goes into the audit.
CREATE FUNCTION end_sessions_of_provider(p_session text, p_subject text)
RETURNS TABLE (id uuid, subject text, roles text[], unit_code text)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  DELETE FROM sessions s WHERE s.provider_session = p_session OR s.provider_subject = p_subject
  RETURNING s.id, s.subject, s.roles, s.unit_code
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION end_sessions_of_provider(text, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION end_sessions_of_provider(text, text) TO tongban_api;
