ALTER TABLE "cases" ADD COLUMN "taking_part" text[];--> statement-breakpoint
UPDATE cases c SET taking_part = ARRAY(
  SELECT c.accepting_station UNION SELECT c.home_station
  UNION SELECT f ->> 'station' FROM jsonb_array_elements(c.state -> 'furtherVerifications') f
  UNION SELECT p #>> '{addressee,unitCode}' FROM jsonb_array_elements(c.state -> 'complaints') p);
--> statement-breakpoint
ALTER TABLE "cases" ALTER COLUMN "taking_part" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_stations_take_part" CHECK ("cases"."taking_part" @> array["cases"."accepting_station", "cases"."home_station"]);--> statement-breakpoint
-- Held alone by whoever changes the tree or a merger, with others by whoever records a step of a case: neither of two that
-- do not see each other leaves a scope behind that the other had to know of.
CREATE FUNCTION case_scopes_lock() RETURNS bigint
LANGUAGE sql IMMUTABLE
AS $$ SELECT hashtextextended('case_scopes', 0) $$;
--> statement-breakpoint
-- The day by which mergers are asked for: that of what happened, or today where that was noted later.
CREATE FUNCTION scope_day(p_at timestamptz) RETURNS date
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT (greatest(p_at, clock_timestamp()) AT TIME ZONE 'Asia/Shanghai')::date
$$;
--> statement-breakpoint
CREATE FUNCTION top_unit(p_code text) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  WITH RECURSIVE way(code, parent_code) AS (
    SELECT u.code, u.parent_code FROM units u WHERE u.code = p_code
    UNION
    SELECT u.code, u.parent_code FROM way w JOIN units u ON u.code = w.parent_code
  )
  SELECT code FROM way WHERE parent_code IS NULL
$$;
--> statement-breakpoint
-- Who has scope over cases on a day, the one rule: each unit that takes part in one, the stations to which its work went
-- by mergers within its province before the case was closed, and every unit above one of these. Ways through the tree
-- are gone once for each unit that takes part, however many cases it has.
CREATE FUNCTION scopes_of_cases(p_cases text[], p_day date) RETURNS TABLE (case_no text, unit_code text)
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  WITH RECURSIVE parts AS MATERIALIZED (
    SELECT c.case_no, part.code,
      coalesce((c.closed_at AT TIME ZONE 'Asia/Shanghai')::date, 'infinity'::date) AS closed_on
    FROM unnest(p_cases) AS wanted(case_no)
    JOIN cases c ON c.case_no = wanted.case_no
    CROSS JOIN LATERAL unnest(c.taking_part) AS part(code)
  ), places(part, code, since) AS (
    SELECT DISTINCT p.code, p.code, '-infinity'::date FROM parts p
    UNION
    SELECT p.part, m.successor, greatest(p.since, m.successor_since)
    FROM places p JOIN station_contacts m ON m.unit_code = p.code
    WHERE m.successor_since <= p_day AND top_unit(m.successor) = top_unit(p.code)
  ), ways(part, code, since) AS (
    SELECT p.part, p.code, p.since FROM places p
    UNION
    SELECT w.part, u.parent_code, w.since FROM ways w JOIN units u ON u.code = w.code
    WHERE u.parent_code IS NOT NULL
  )
  SELECT DISTINCT p.case_no, w.code FROM parts p JOIN ways w ON w.part = p.code AND w.since <= p.closed_on
$$;
--> statement-breakpoint
-- Brings the scopes of cases to the rule, and answers how many that changed.
CREATE FUNCTION rescope_cases(p_cases text[], p_day date) RETURNS integer
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
    INSERT INTO case_scopes (unit_code, case_no, status, accepted_at, due_at)
    SELECT w.unit_code, c.case_no, c.status, c.accepted_at, c.due_at
    FROM wanted w JOIN cases c ON c.case_no = w.case_no
    WHERE NOT EXISTS (SELECT FROM case_scopes s WHERE s.case_no = w.case_no AND s.unit_code = w.unit_code)
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM removed)::integer + (SELECT count(*) FROM added)::integer
$$;
--> statement-breakpoint
-- The same for all cases over which some units have scope; also for what was merged into them or into units below them,
-- which a change of province lets in or out.
CREATE FUNCTION rescope_units(p_units text[], p_day date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  concerned text[];
BEGIN
  -- Only what is asked after the lock sees whatever was recorded until then.
  PERFORM pg_advisory_xact_lock(case_scopes_lock());
  concerned := p_units || ARRAY(
    SELECT m.unit_code FROM station_contacts m, unnest(p_units) AS unit(code)
    WHERE m.successor IS NOT NULL AND unit_within(m.successor, unit.code));
  RETURN rescope_cases(ARRAY(SELECT DISTINCT s.case_no FROM case_scopes s WHERE s.unit_code = ANY (concerned)), p_day);
END
$$;
--> statement-breakpoint
-- When a transaction ends: it holds no other rows by then than those that it keeps, and the lock no longer than for this.
CREATE FUNCTION follow_unit_tree() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM rescope_units(ARRAY[NEW.code], scope_day(NEW.changed_at));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER units_moved AFTER UPDATE ON units DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (OLD.parent_code IS DISTINCT FROM NEW.parent_code) EXECUTE FUNCTION follow_unit_tree();
--> statement-breakpoint
CREATE FUNCTION follow_mergers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM rescope_units(ARRAY[NEW.unit_code], scope_day(NEW.changed_at));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER station_contacts_merged AFTER INSERT ON station_contacts DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.successor IS NOT NULL) EXECUTE FUNCTION follow_mergers();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER station_contacts_merged_otherwise AFTER UPDATE ON station_contacts DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN ((OLD.successor, OLD.successor_since) IS DISTINCT FROM (NEW.successor, NEW.successor_since))
EXECUTE FUNCTION follow_mergers();
--> statement-breakpoint
-- As before, and now by the one rule: a merger that was entered before its day comes into force on it. What was recorded
-- on that day or later knows of it by itself.
CREATE OR REPLACE FUNCTION share_cases_with_successors(p_today date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(case_scopes_lock());
  RETURN rescope_cases(ARRAY(
    SELECT DISTINCT s.case_no
    FROM station_contacts m JOIN case_scopes s ON s.unit_code = m.unit_code AND s.status <> 'closed'
    WHERE m.successor_since <= p_today
      AND NOT EXISTS (SELECT FROM case_scopes t WHERE t.case_no = s.case_no AND t.unit_code = m.successor)
  ), p_today);
END
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION share_cases_with_successors(date) FROM tongban_api;
--> statement-breakpoint
REVOKE ALL ON FUNCTION case_scopes_lock(), scope_day(timestamptz), top_unit(text), scopes_of_cases(text[], date),
  rescope_cases(text[], date), rescope_units(text[], date), follow_unit_tree(), follow_mergers() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION case_scopes_lock(), scope_day(timestamptz), rescope_cases(text[], date) TO tongban_worker;
--> statement-breakpoint
-- As before, and also for a unit that has had cases and has none any more: its figures stand by its level.
CREATE OR REPLACE FUNCTION units_with_cases(p_units text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT code FROM unnest(p_units) AS code
  WHERE EXISTS (SELECT FROM case_scopes s WHERE s.unit_code = code)
    OR EXISTS (SELECT FROM station_figures f WHERE f.station = code)
    OR EXISTS (SELECT FROM station_figures f WHERE f.county = code)
    OR EXISTS (SELECT FROM station_figures f WHERE f.city = code)
    OR EXISTS (SELECT FROM station_figures f WHERE f.province = code)
$$;
--> statement-breakpoint
DROP FUNCTION record_step(text, jsonb, jsonb, text[], jsonb, jsonb, jsonb);
--> statement-breakpoint
-- As before, but for the scopes: the case says who takes part in it, and who sees it follows.
CREATE FUNCTION record_step(
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

  -- Whoever changes the tree or a merger waits until this case is seen with the others, or this one for him.
  PERFORM pg_advisory_xact_lock_shared(case_scopes_lock());
  SELECT c.taking_part INTO took_part FROM cases c WHERE c.case_no = p_case_no;
  INSERT INTO cases AS c
  SELECT (jsonb_populate_record(NULL::cases, p_case)).*
  ON CONFLICT (case_no) DO UPDATE SET
    seq = excluded.seq, status = excluded.status, outcome = excluded.outcome, filing = excluded.filing,
    holder = excluded.holder, home_station = excluded.home_station, taking_part = excluded.taking_part,
    calendar_version = excluded.calendar_version,
    delivered_at = excluded.delivered_at, due_at = excluded.due_at, answered_at = excluded.answered_at,
    closed_at = excluded.closed_at, state = excluded.state
  RETURNING c.taking_part INTO takes_part;

  -- The tree and the mergers see to what they concern. Here is looked only when something else takes part, or when a day may
  -- have come on which a merger comes into force.
  IF took_part IS DISTINCT FROM takes_part OR EXISTS (
    SELECT FROM station_contacts m WHERE m.unit_code = ANY (takes_part) AND m.successor IS NOT NULL
  ) THEN
    SELECT max(e."occurredAt") INTO happened_at FROM jsonb_to_recordset(p_events) AS e("occurredAt" timestamptz);
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
REVOKE ALL ON FUNCTION record_step(text, jsonb, jsonb, jsonb, jsonb, jsonb) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION record_step(text, jsonb, jsonb, jsonb, jsonb, jsonb) TO tongban_worker;
--> statement-breakpoint
-- What earlier moves, reroutes and mergers have left behind goes.
SELECT rescope_cases(ARRAY(SELECT c.case_no FROM cases c), scope_day(now()));
