CREATE TABLE "case_events" (
	"case_no" text NOT NULL,
	"seq" integer NOT NULL,
	"position" bigint,
	CONSTRAINT "case_events_case_no_seq_pk" PRIMARY KEY("case_no","seq")
);
--> statement-breakpoint
ALTER TABLE "case_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "redeliveries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"bundle_id" uuid NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"earlier_status" text NOT NULL,
	"earlier_at" timestamp(3) with time zone NOT NULL,
	"taken_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "redeliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD COLUMN "previous_secret" "sealed_json";--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD COLUMN "previous_secret_until" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "redeliveries" ADD CONSTRAINT "redeliveries_bundle_id_delivery_bundles_id_fk" FOREIGN KEY ("bundle_id") REFERENCES "public"."delivery_bundles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_events_in_order" ON "case_events" USING btree ("position");--> statement-breakpoint
CREATE INDEX "case_events_unnumbered" ON "case_events" USING btree ("case_no","seq") WHERE "case_events"."position" is null;--> statement-breakpoint
CREATE INDEX "redeliveries_of_bundle" ON "redeliveries" USING btree ("bundle_id");--> statement-breakpoint
CREATE UNIQUE INDEX "redeliveries_open" ON "redeliveries" USING btree ("bundle_id") WHERE "redeliveries"."taken_at" is null;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_previous_secret" CHECK (num_nulls("webhook_endpoints"."previous_secret", "webhook_endpoints"."previous_secret_until") in (0, 2));--> statement-breakpoint
CREATE POLICY "delivery_bundles_own_endpoint" ON "delivery_bundles" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (channel = 'webhook' and exists (select 1 from webhook_endpoints e where delivery_bundles.destination = 'endpoint/' || e.id));--> statement-breakpoint
CREATE POLICY "case_events_scope" ON "case_events" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = case_events.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "case_events_worker" ON "case_events" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "redeliveries_own_endpoint" ON "redeliveries" AS PERMISSIVE FOR ALL TO "tongban_api" USING (exists (
  select 1 from delivery_bundles b join webhook_endpoints e on b.destination = 'endpoint/' || e.id
  where b.id = redeliveries.bundle_id)) WITH CHECK (taken_at is null and exists (
  select 1 from delivery_bundles b join webhook_endpoints e on b.destination = 'endpoint/' || e.id
  where b.id = redeliveries.bundle_id));--> statement-breakpoint
CREATE POLICY "redeliveries_worker" ON "redeliveries" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE webhook_endpoints ALTER COLUMN previous_secret SET STORAGE EXTERNAL;
--> statement-breakpoint
GRANT UPDATE (secret, previous_secret, previous_secret_until) ON webhook_endpoints TO tongban_api;
--> statement-breakpoint
-- Who asked for a message again is never changed; the dispatcher only notes that it has taken it up.
GRANT SELECT, INSERT ON redeliveries TO tongban_api;
GRANT USAGE ON SEQUENCE redeliveries_id_seq TO tongban_api;
GRANT SELECT, UPDATE (taken_at) ON redeliveries TO tongban_worker;
--> statement-breakpoint
GRANT SELECT ON case_events TO tongban_api;
--> statement-breakpoint
CREATE FUNCTION follow_ledger() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO case_events (case_no, seq) VALUES (NEW.case_no, NEW.seq);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER ledger_events_followed AFTER INSERT ON ledger_events
FOR EACH ROW EXECUTE FUNCTION follow_ledger();
--> statement-breakpoint
-- Gives the events that are committed their positions, and answers the last one given. One transaction at a time numbers,
-- and the lock is let go when its numbers are seen: below a position that is seen nothing appears any more. Whoever finds
-- another at it does not wait. Within a case events keep their order; across cases it is that of time, as far as they
-- are numbered together.
CREATE FUNCTION number_case_events() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  head bigint;
BEGIN
  IF EXISTS (SELECT 1 FROM case_events WHERE "position" IS NULL)
    AND pg_try_advisory_xact_lock(hashtextextended('number_case_events', 4)) THEN
    SELECT coalesce(max("position"), 0) INTO head FROM case_events;
    UPDATE case_events e SET "position" = head + numbered.ordinal
    FROM (
      SELECT n.case_no, n.seq, row_number() OVER (ORDER BY l.occurred_at, n.case_no, n.seq) AS ordinal
      FROM (
        SELECT u.case_no, u.seq FROM case_events u WHERE u."position" IS NULL ORDER BY u.case_no, u.seq LIMIT 10000
      ) n
      JOIN ledger_events l ON l.case_no = n.case_no AND l.seq = n.seq
    ) numbered
    WHERE e.case_no = numbered.case_no AND e.seq = numbered.seq;
  END IF;
  RETURN (SELECT coalesce(max("position"), 0) FROM case_events);
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION number_case_events() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION number_case_events() TO tongban_api, tongban_worker;
