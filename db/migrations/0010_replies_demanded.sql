ALTER TABLE "escalations" ADD COLUMN "reply_clock" text;--> statement-breakpoint
CREATE INDEX "escalations_told" ON "escalations" USING gin ("told" jsonb_path_ops);--> statement-breakpoint
UPDATE "escalations" e SET "reply_clock" = c."state" #>> ARRAY['escalations', e."rung_key", 'replyClock']
FROM "cases" c WHERE c."case_no" = e."case_no";--> statement-breakpoint
-- As before, and now: an escalation keeps whether a reply is demanded, also where no calendar says yet until when.
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
    (case_no, rung_key, clock, rung, colour, fired_at, told, reply_clock, reply_due_at, settlement, settled_at)
  SELECT p_case_no, e."rungKey", e.clock, e.rung, e.colour, e."firedAt", e.told, e."replyClock",
    e."replyDueAt", e.settlement ->> 'kind', (e.settlement ->> 'at')::timestamptz
  FROM jsonb_to_recordset(p_escalations)
    AS e("rungKey" text, clock text, rung text, colour text, "firedAt" timestamptz, told jsonb,
      "replyClock" text, "replyDueAt" timestamptz, settlement jsonb)
  ON CONFLICT (case_no, rung_key) DO UPDATE SET
    reply_clock = excluded.reply_clock, reply_due_at = excluded.reply_due_at, settlement = excluded.settlement,
    settled_at = excluded.settled_at
  WHERE (x.reply_clock, x.reply_due_at, x.settlement)
    IS DISTINCT FROM (excluded.reply_clock, excluded.reply_due_at, excluded.settlement);

  INSERT INTO case_figures
  SELECT (jsonb_populate_record(NULL::case_figures, p_figures)).*
  ON CONFLICT (case_no) DO UPDATE SET
    home_station = excluded.home_station, home_county = excluded.home_county, home_city = excluded.home_city,
    home_province = excluded.home_province, closed_on = excluded.closed_on,
    answered_in_time = excluded.answered_in_time, working_days = excluded.working_days,
    unsigned = excluded.unsigned, referral = excluded.referral, certificate = excluded.certificate,
    filing_in_time = excluded.filing_in_time, blue_rungs = excluded.blue_rungs,
    yellow_rungs = excluded.yellow_rungs, red_rungs = excluded.red_rungs,
    replies_demanded = excluded.replies_demanded, replies_in_time = excluded.replies_in_time
  WHERE case_figures IS DISTINCT FROM excluded;

  INSERT INTO notices (case_no, seq, "position", unit_code, role, kind, urgency, text, created_at)
  SELECT p_case_no, n.seq, n."position", n."unitCode", n.role, n.kind, n.urgency, n.text, n."createdAt"
  FROM jsonb_to_recordset(p_notices)
    AS n(seq integer, "position" integer, "unitCode" text, role text, kind text, urgency text, text text,
      "createdAt" timestamptz);
  RETURN true;
END
$$;
