-- Partitioned by hand: what Drizzle writes knows no partitions.
CREATE TABLE "station_figures" (
	"case_no" text NOT NULL,
	"side" text NOT NULL,
	"station" text NOT NULL,
	"county" text,
	"city" text,
	"province" text NOT NULL,
	"leads_county" boolean NOT NULL,
	"leads_city" boolean NOT NULL,
	"leads_province" boolean NOT NULL,
	"accepted_on" date NOT NULL,
	"closed_on" date,
	"rerouted" boolean NOT NULL,
	"answered_in_time" boolean,
	"working_days" smallint,
	"unsigned" boolean NOT NULL,
	"referral" text,
	"certificate" text,
	"filing_in_time" boolean,
	"blue_rungs" smallint NOT NULL,
	"yellow_rungs" smallint NOT NULL,
	"red_rungs" smallint NOT NULL,
	"replies_demanded" smallint NOT NULL,
	"replies_in_time" smallint NOT NULL,
	CONSTRAINT "station_figures_case_no_side_station_pk" PRIMARY KEY("case_no","side","station")
) PARTITION BY LIST ("side");
--> statement-breakpoint
CREATE TABLE "station_figures_accepting" PARTITION OF "station_figures" FOR VALUES IN ('accepting');--> statement-breakpoint
CREATE TABLE "station_figures_home" PARTITION OF "station_figures" FOR VALUES IN ('home');--> statement-breakpoint
ALTER TABLE "station_figures_accepting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "station_figures_home" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "station_figures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "station" text;--> statement-breakpoint
CREATE INDEX "station_figures_station" ON "station_figures" USING btree ("station","accepted_on");--> statement-breakpoint
CREATE INDEX "station_figures_county" ON "station_figures" USING btree ("county","accepted_on");--> statement-breakpoint
CREATE INDEX "station_figures_city" ON "station_figures" USING btree ("city","accepted_on");--> statement-breakpoint
-- Written by hand: Drizzle knows no INCLUDE. The side is among it, or the rows would be looked up for it.
CREATE INDEX "station_figures_province" ON "station_figures" USING btree ("province","accepted_on") INCLUDE (
	"side", "station", "county", "city", "leads_county", "leads_city", "leads_province", "closed_on", "rerouted",
	"answered_in_time", "working_days", "unsigned", "referral", "certificate", "filing_in_time", "blue_rungs",
	"yellow_rungs", "red_rungs", "replies_demanded", "replies_in_time"
);--> statement-breakpoint
CREATE POLICY "station_figures_scope" ON "station_figures" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (case (select current_setting('tongban.unit', true)) when "station_figures"."province" then true when "station_figures"."city" then true when "station_figures"."county" then true when "station_figures"."station" then true else false end);--> statement-breakpoint
CREATE POLICY "station_figures_worker" ON "station_figures" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
-- Whom the rungs urged that have fired, and whom the clocks wait for that run: of cases that were not rerouted.
CREATE FUNCTION pg_temp.urged(p_clock text, p_accepting text, p_home text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN p_clock IN ('transmission', 'receipt', 'issue', 'filing_dispatch') THEN p_accepting
    WHEN p_clock IN ('verification', 'assignment', 'filing_acknowledgement', 'reply') THEN p_home
  END
$$;
--> statement-breakpoint
UPDATE escalations e SET station = pg_temp.urged(e.clock, c.accepting_station, c.home_station)
FROM cases c WHERE c.case_no = e.case_no;
--> statement-breakpoint
UPDATE cases c SET state = jsonb_set(c.state, '{clocks}', (
  SELECT jsonb_object_agg(k.key, k.clock || jsonb_build_object('station',
    pg_temp.urged(k.clock ->> 'clock', c.accepting_station, c.home_station)))
  FROM jsonb_each(c.state -> 'clocks') AS k(key, clock)))
WHERE c.status <> 'closed' AND c.state -> 'clocks' <> '{}';
--> statement-breakpoint
INSERT INTO station_figures
SELECT f.case_no, s.side, s.station, s.county, s.city, s.province, true, true, true, f.accepted_on, f.closed_on, false,
  f.answered_in_time, f.working_days, f.unsigned, f.referral, f.certificate, f.filing_in_time,
  e.blue, e.yellow, e.red, e.demanded, e.replied
FROM case_figures f
CROSS JOIN LATERAL (VALUES
  ('accepting', f.accepting_station, f.accepting_county, f.accepting_city, f.accepting_province),
  ('home', f.home_station, f.home_county, f.home_city, f.home_province)
) AS s(side, station, county, city, province)
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE colour = 'blue') AS blue, count(*) FILTER (WHERE colour = 'yellow') AS yellow,
    count(*) FILTER (WHERE colour = 'red') AS red, count(reply_clock) AS demanded,
    count(*) FILTER (WHERE reply_clock IS NOT NULL AND settlement = 'replied' AND settled_at <= reply_due_at) AS replied
  FROM escalations e WHERE e.case_no = f.case_no AND e.station = s.station
) AS e;
--> statement-breakpoint
DROP TABLE case_figures;
--> statement-breakpoint
GRANT SELECT ON station_figures TO tongban_api;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON station_figures TO tongban_worker;
--> statement-breakpoint
-- As before, and now: an escalation keeps whom it urges, and the case its figures at each of its stations.
CREATE OR REPLACE FUNCTION record_step(
  p_case_no text, p_events jsonb, p_case jsonb, p_units text[], p_notices jsonb, p_escalations jsonb, p_figures jsonb
) RETURNS boolean
LANGUAGE plpgsql
AS $$
DECLARE
  head_seq integer;
  head_hash text;
  entry record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_case_no, 0));
  SELECT e.seq, e.hash INTO head_seq, head_hash
  FROM ledger_events e WHERE e.case_no = p_case_no ORDER BY e.seq DESC LIMIT 1;
  IF coalesce(head_seq, 0) <> (p_events -> 0 ->> 'seq')::integer - 1 THEN
    RETURN false;
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

  INSERT INTO cases
  SELECT (jsonb_populate_record(NULL::cases, p_case)).*
  ON CONFLICT (case_no) DO UPDATE SET
    seq = excluded.seq, status = excluded.status, outcome = excluded.outcome, filing = excluded.filing,
    holder = excluded.holder, home_station = excluded.home_station, calendar_version = excluded.calendar_version,
    delivered_at = excluded.delivered_at, due_at = excluded.due_at, answered_at = excluded.answered_at,
    closed_at = excluded.closed_at, state = excluded.state;

  INSERT INTO case_scopes (unit_code, case_no, status, accepted_at, due_at)
  SELECT unit_code, c.case_no, c.status, c.accepted_at, c.due_at
  FROM unnest(p_units) AS unit_code, cases c
  WHERE c.case_no = p_case_no
  ON CONFLICT (case_no, unit_code) DO NOTHING;

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
