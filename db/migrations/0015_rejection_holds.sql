CREATE TABLE "rejection_holds" (
	"no" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"held_by" text NOT NULL,
	"held_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rejection_holds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "rejection_holds_scope" ON "rejection_holds" AS PERMISSIVE FOR ALL TO "tongban_api" USING (exists (select 1 from rejections r where r.no = rejection_holds.no)) WITH CHECK (exists (select 1 from rejections r where r.no = rejection_holds.no));--> statement-breakpoint
CREATE POLICY "rejection_holds_worker" ON "rejection_holds" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON rejection_holds TO tongban_api;
--> statement-breakpoint
GRANT SELECT ON rejection_holds TO tongban_worker;
--> statement-breakpoint
-- Takes what says whose they were out of the rejections decided before an instant, and only out of those not held: the
-- worker may not do so by a statement of its own. Answers of how many.
CREATE FUNCTION clear_rejections(p_before timestamptz) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH cleared AS (
    UPDATE rejections r SET personal = NULL, sha256 = NULL, pdf = NULL
    WHERE r.decided_at < p_before AND r.personal IS NOT NULL
      AND NOT EXISTS (SELECT FROM rejection_holds h WHERE h.no = r.no)
    RETURNING 1
  )
  SELECT count(*)::integer FROM cleared
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION clear_rejections(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION clear_rejections(timestamptz) TO tongban_worker;
--> statement-breakpoint
REVOKE UPDATE (personal) ON rejections FROM tongban_worker;
