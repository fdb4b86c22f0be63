CREATE TABLE "incidents" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"class" text NOT NULL,
	"subject_key" text NOT NULL,
	"case_no" text,
	"workflow_id" text,
	"queue" text,
	"part" text,
	"since" timestamp(3) with time zone NOT NULL,
	"first_seen_at" timestamp(3) with time zone NOT NULL,
	"last_seen_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"attempts" integer NOT NULL,
	"reason" text,
	"message" text NOT NULL,
	"build" text,
	CONSTRAINT "incidents_in_order" CHECK ("incidents"."last_seen_at" >= "incidents"."first_seen_at")
);
--> statement-breakpoint
ALTER TABLE "incidents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "remedy_applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_no" text,
	"choice" jsonb NOT NULL,
	"reason" "sealed_json",
	"standing" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_unit" text NOT NULL,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp(3) with time zone,
	"seq_before" integer,
	"applied_at" timestamp(3) with time zone,
	"finding" text,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "remedy_applications_two_persons" CHECK ("remedy_applications"."decided_by" is distinct from "remedy_applications"."requested_by")
);
--> statement-breakpoint
ALTER TABLE "remedy_applications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "next_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_open" ON "incidents" USING btree ("class","subject_key") WHERE "incidents"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "incidents_of_case" ON "incidents" USING btree ("case_no","id");--> statement-breakpoint
CREATE INDEX "incidents_ended" ON "incidents" USING btree ("ended_at") WHERE "incidents"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "remedy_applications_of_case" ON "remedy_applications" USING btree ("case_no","requested_at");--> statement-breakpoint
CREATE INDEX "remedy_applications_unfinished" ON "remedy_applications" USING btree ("requested_at") WHERE "remedy_applications"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "applications_submitted_at" ON "applications" USING btree ("submitted_at");--> statement-breakpoint
CREATE INDEX "cases_next_at" ON "cases" USING btree ("next_at") WHERE "cases"."status" <> 'closed';--> statement-breakpoint
CREATE INDEX "cases_with_pending_effects" ON "cases" USING btree ("case_no") WHERE ("cases"."state" -> 'pending') <> '{}'::jsonb;--> statement-breakpoint
CREATE INDEX "delivery_bundles_given_up" ON "delivery_bundles" USING btree ("given_up_at") WHERE "delivery_bundles"."status" = 'given_up';--> statement-breakpoint
CREATE INDEX "escalations_told_to_nobody" ON "escalations" USING btree ("case_no") WHERE "escalations"."settlement" is null and not jsonb_path_exists("escalations"."told", '$[*].personId ? (@ != null)');--> statement-breakpoint
CREATE POLICY "incidents_scope" ON "incidents" AS PERMISSIVE FOR SELECT TO "tongban_api" USING ((case_no is null and current_setting('tongban.unit', true) <> '') or (select true from case_scopes s where s.case_no = incidents.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "incidents_worker" ON "incidents" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "remedy_applications_scope" ON "remedy_applications" AS PERMISSIVE FOR ALL TO "tongban_api" USING ((case_no is null and current_setting('tongban.unit', true) <> '') or (select true from case_scopes s where s.case_no = remedy_applications.case_no and s.unit_code = current_setting('tongban.unit', true))) WITH CHECK ((case_no is null and current_setting('tongban.unit', true) <> '') or (select true from case_scopes s where s.case_no = remedy_applications.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "remedy_applications_worker" ON "remedy_applications" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON incidents TO tongban_api;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON incidents TO tongban_worker;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE incidents_id_seq TO tongban_worker;
--> statement-breakpoint
-- What was wanted and why stays as it was asked for; the second person decides, the worker says what came of it.
GRANT SELECT, INSERT ON remedy_applications TO tongban_api;
--> statement-breakpoint
GRANT DELETE ON escalations TO tongban_worker;
--> statement-breakpoint
GRANT INSERT ON redeliveries TO tongban_worker;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE redeliveries_id_seq TO tongban_worker;
--> statement-breakpoint
GRANT UPDATE (standing, decided_by, decided_at, ended_at) ON remedy_applications TO tongban_api;
--> statement-breakpoint
GRANT SELECT, UPDATE (standing, seq_before, applied_at, finding, ended_at) ON remedy_applications TO tongban_worker;
--> statement-breakpoint
-- The heads of the agendas of cases that were open before this: as `agenda` has them, but for the last rung of a
-- certificate that nobody collects, which comes half a year after it and with the next entry of the case.
UPDATE cases c SET next_at = due.at
FROM cases o, LATERAL (
  SELECT min(item.at) AS at FROM (
    SELECT (rung ->> 'at')::timestamptz AS at
    FROM jsonb_each(o.state -> 'clocks') AS clock(key, value), jsonb_array_elements(clock.value -> 'ladder') AS rung
    WHERE clock.value ->> 'stoppedAt' IS NULL AND NOT clock.value -> 'fired' @> jsonb_build_array(rung -> 'rung')
      AND (rung ->> 'unless' IS DISTINCT FROM 'received' OR o.state ->> 'receivedAt' IS NULL)
      AND rung ->> 'rung' <> 'collection_lapsed'
    UNION ALL
    SELECT (effect.value -> 'progress' ->> 'nextTryAt')::timestamptz
    FROM jsonb_each(o.state -> 'pending') AS effect(key, value)
  ) AS item
) AS due
WHERE o.case_no = c.case_no AND c.status <> 'closed';
--> statement-breakpoint
-- As before, but for the instant at which something happens to the case by itself.
CREATE OR REPLACE FUNCTION record_step(
  p_case_no text, p_events jsonb, p_case jsonb, p_notices jsonb, p_escalations jsonb, p_figures jsonb
) RETURNS boolean
LANGUAGE plpgsql
AS $$
DECLARE
  head_seq integer;
  head_hash text;
  entry record;
  happened_at timestamptz;
  took_part text[];
  takes_part text[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_case_no, 0));
  SELECT e.seq, e.hash INTO head_seq, head_hash
  FROM ledger_events e WHERE e.case_no = p_case_no ORDER BY e.seq DESC LIMIT 1;
  -- A step without events projects anew what the ledger says, if it still ends where the state was folded to.
  IF coalesce(head_seq, 0) <> coalesce((p_events -> 0 ->> 'seq')::integer - 1, (p_case ->> 'seq')::integer) THEN
    RETURN false;
  END IF;
  IF jsonb_array_length(p_events) = 0 THEN
    DELETE FROM escalations WHERE case_no = p_case_no;
    DELETE FROM station_figures WHERE case_no = p_case_no;
  END IF;

  FOR entry IN
    SELECT * FROM jsonb_to_recordset(p_events)
      AS e(seq integer, "stepKey" text, "position" integer, "occurredAt" timestamptz, event jsonb)
  LOOP
    head_hash := ledger_hash(
      coalesce(head_hash, ''), p_case_no, entry.seq, entry."stepKey", entry."occurredAt", entry.event);
    INSERT INTO ledger_events (case_no, seq, step_key, "position", occurred_at, event, hash)
    VALUES (p_case_no, entry.seq, entry."stepKey", entry."position", entry."occurredAt", entry.event, head_hash);
  END LOOP;

  -- Whoever changes the tree or a merger waits until this case is seen with the others, or this one for him.
  PERFORM pg_advisory_xact_lock_shared(case_scopes_lock());
  SELECT c.taking_part INTO took_part FROM cases c WHERE c.case_no = p_case_no;
  INSERT INTO cases AS c
  SELECT (jsonb_populate_record(NULL::cases, p_case)).*
  ON CONFLICT (case_no) DO UPDATE SET
    seq = excluded.seq, status = excluded.status, outcome = excluded.outcome, filing = excluded.filing,
    holder = excluded.holder, accepting_station = excluded.accepting_station, accepted_at = excluded.accepted_at,
    home_station = excluded.home_station, taking_part = excluded.taking_part,
    calendar_version = excluded.calendar_version,
    delivered_at = excluded.delivered_at, due_at = excluded.due_at, answered_at = excluded.answered_at,
    closed_at = excluded.closed_at, next_at = excluded.next_at, state = excluded.state
  RETURNING c.taking_part INTO takes_part;

  -- The tree and the mergers see to what they concern. Here is looked only when something else takes part, or when a day may
  -- have come on which a merger comes into force.
  IF took_part IS DISTINCT FROM takes_part OR EXISTS (
    SELECT FROM station_contacts m WHERE m.unit_code = ANY (takes_part) AND m.successor IS NOT NULL
  ) THEN
    SELECT max(e.occurred_at) INTO happened_at FROM ledger_events e
    WHERE e.case_no = p_case_no AND e.seq = (p_case ->> 'seq')::integer;
    PERFORM rescope_cases(ARRAY[p_case_no], scope_day(happened_at));
  END IF;

  UPDATE case_scopes s SET status = c.status, due_at = c.due_at
  FROM cases c
  WHERE c.case_no = p_case_no AND s.case_no = p_case_no
    AND (s.status, s.due_at) IS DISTINCT FROM (c.status, c.due_at);

  INSERT INTO escalations AS x
    (case_no, rung_key, clock, rung, colour, station, fired_at, told, reply_clock, reply_due_at, settlement, settled_at)
  SELECT p_case_no, e."rungKey", e.clock, e.rung, e.colour, e.station, e."firedAt", e.told, e."replyClock",
    e."replyDueAt", e.settlement ->> 'kind', (e.settlement ->> 'at')::timestamptz
  FROM jsonb_to_recordset(p_escalations)
    AS e("rungKey" text, clock text, rung text, colour text, station text, "firedAt" timestamptz, told jsonb,
      "replyClock" text, "replyDueAt" timestamptz, settlement jsonb)
  ON CONFLICT (case_no, rung_key) DO UPDATE SET
    reply_clock = excluded.reply_clock, reply_due_at = excluded.reply_due_at, settlement = excluded.settlement,
    settled_at = excluded.settled_at
  WHERE (x.reply_clock, x.reply_due_at, x.settlement)
    IS DISTINCT FROM (excluded.reply_clock, excluded.reply_due_at, excluded.settlement);

  INSERT INTO station_figures AS f
  SELECT * FROM jsonb_populate_recordset(NULL::station_figures, p_figures)
  ON CONFLICT (case_no, side, station) DO UPDATE SET
    leads_county = excluded.leads_county, leads_city = excluded.leads_city, leads_province = excluded.leads_province,
    closed_on = excluded.closed_on, rerouted = excluded.rerouted, answered_in_time = excluded.answered_in_time,
    working_days = excluded.working_days, unsigned = excluded.unsigned, referral = excluded.referral,
    certificate = excluded.certificate, filing_in_time = excluded.filing_in_time, blue_rungs = excluded.blue_rungs,
    yellow_rungs = excluded.yellow_rungs, red_rungs = excluded.red_rungs,
    replies_demanded = excluded.replies_demanded, replies_in_time = excluded.replies_in_time
  WHERE f IS DISTINCT FROM excluded;

  -- A home station to which the dossier never went is none of the case any more once another is named.
  DELETE FROM station_figures f
  WHERE f.case_no = p_case_no AND NOT EXISTS (
    SELECT FROM jsonb_to_recordset(p_figures) AS k(side text, station text)
    WHERE k.side = f.side AND k.station = f.station);

  INSERT INTO notices (case_no, seq, "position", unit_code, role, kind, urgency, text, created_at)
  SELECT p_case_no, n.seq, n."position", n."unitCode", n.role, n.kind, n.urgency, n.text, n."createdAt"
  FROM jsonb_to_recordset(p_notices)
    AS n(seq integer, "position" integer, "unitCode" text, role text, kind text, urgency text, text text,
      "createdAt" timestamptz);
  RETURN true;
END
$$;
--> statement-breakpoint
-- As before, and what administrators wrote when they repaired the case.
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
  UPDATE unmaskings SET reason = NULL WHERE case_no = p_case_no;
  UPDATE cases SET anonymised_at = p_at WHERE case_no = p_case_no;
END
$$;
