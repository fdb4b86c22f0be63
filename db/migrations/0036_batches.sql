CREATE TABLE "batch_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"case_no" text,
	"choice" jsonb,
	"standing" text DEFAULT 'waiting' NOT NULL,
	"finding" text,
	"divergence" jsonb,
	"build" text,
	"ended_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "batch_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action" jsonb NOT NULL,
	"filter" jsonb NOT NULL,
	"reason" "sealed_json",
	"rate_per_minute" integer NOT NULL,
	"standing" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_unit" text NOT NULL,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp(3) with time zone,
	"started_at" timestamp(3) with time zone,
	"next_turn_at" timestamp(3) with time zone,
	"stopped_by" text,
	"stopped_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "batches_two_persons" CHECK ("batches"."decided_by" is distinct from "batches"."requested_by")
);
--> statement-breakpoint
ALTER TABLE "batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "batch_items_in_order" ON "batch_items" USING btree ("batch_id","position");--> statement-breakpoint
CREATE INDEX "batch_items_by_standing" ON "batch_items" USING btree ("batch_id","standing","position");--> statement-breakpoint
CREATE INDEX "batch_items_of_case" ON "batch_items" USING btree ("case_no");--> statement-breakpoint
CREATE INDEX "batches_by_time" ON "batches" USING btree ("requested_at","id");--> statement-breakpoint
CREATE INDEX "batches_unfinished" ON "batches" USING btree ("requested_at") WHERE "batches"."ended_at" is null;--> statement-breakpoint
CREATE POLICY "batch_items_scope" ON "batch_items" AS PERMISSIVE FOR ALL TO "tongban_api" USING ((select true from batches b where b.id = batch_items.batch_id) and ((case_no is null and current_setting('tongban.unit', true) <> '') or (select true from case_scopes s where s.case_no = batch_items.case_no and s.unit_code = current_setting('tongban.unit', true)))) WITH CHECK ((select true from batches b where b.id = batch_items.batch_id) and ((case_no is null and current_setting('tongban.unit', true) <> '') or (select true from case_scopes s where s.case_no = batch_items.case_no and s.unit_code = current_setting('tongban.unit', true))));--> statement-breakpoint
CREATE POLICY "batch_items_worker" ON "batch_items" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "batches_within" ON "batches" AS PERMISSIVE FOR ALL TO "tongban_api" USING (unit_within(requested_unit, current_setting('tongban.unit', true))) WITH CHECK (unit_within(requested_unit, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "batches_worker" ON "batches" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);
--> statement-breakpoint
-- What was wanted, to which and why stays as it was asked for; the second person decides, whoever sees it stops it, the
-- worker says how far it has come.
GRANT SELECT, INSERT, UPDATE (standing, decided_by, decided_at, stopped_by, stopped_at, ended_at) ON batches TO tongban_api;
--> statement-breakpoint
GRANT SELECT, UPDATE (standing, started_at, next_turn_at, ended_at) ON batches TO tongban_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (standing, ended_at) ON batch_items TO tongban_api;
--> statement-breakpoint
GRANT SELECT, UPDATE (standing, finding, divergence, build, ended_at) ON batch_items TO tongban_worker;
--> statement-breakpoint
-- A remedy of a batch is asked for by the worker, when its turn has come.
GRANT INSERT ON remedy_applications TO tongban_worker;
--> statement-breakpoint
-- As before, and why batches were asked for that the case was in.
CREATE OR REPLACE FUNCTION anonymise_case(
  p_case_no text, p_personal bytea, p_name bytea, p_id_number bytea, p_at timestamptz
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM 1 FROM cases c
  WHERE c.case_no = p_case_no AND c.status = 'closed' AND c.anonymised_at IS NULL
  FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF EXISTS (SELECT 1 FROM legal_holds h WHERE h.case_no = p_case_no) THEN
    RETURN;
  END IF;
  UPDATE applications SET personal = p_personal, applicant_name = p_name, applicant_id_number = p_id_number,
    applicant_id_hash = NULL
  WHERE case_no = p_case_no;
  DELETE FROM attachments WHERE case_no = p_case_no;
  DELETE FROM act_records WHERE case_no = p_case_no;
  DELETE FROM papers WHERE case_no = p_case_no;
  DELETE FROM dossier_files WHERE case_no = p_case_no;
  UPDATE certificates SET pdf = NULL, masked_name = NULL WHERE case_no = p_case_no;
  UPDATE register_queries SET entry = NULL, reason = NULL WHERE case_no = p_case_no;
  UPDATE remedy_applications SET reason = NULL WHERE case_no = p_case_no;
  UPDATE batches SET reason = NULL WHERE id IN (SELECT i.batch_id FROM batch_items i WHERE i.case_no = p_case_no);
  UPDATE unmaskings SET reason = NULL WHERE case_no = p_case_no;
  UPDATE cases SET anonymised_at = p_at WHERE case_no = p_case_no;
END
$$;
