-- The API takes calendars in and publishes them; the worker reads them and moves the open cases.
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_versions TO tongban_api;
GRANT SELECT, INSERT ON calendar_publications, calendar_rollouts, calendar_dry_runs TO tongban_api;
--> statement-breakpoint
GRANT SELECT ON calendar_versions, calendar_publications TO tongban_worker;
GRANT SELECT, INSERT, UPDATE ON calendar_rollouts TO tongban_worker;
GRANT SELECT, UPDATE ON calendar_dry_runs TO tongban_worker;
--> statement-breakpoint
-- Whether a deadline of any open case was counted by a publication that the version was part of: beyond the caller's
-- scope, and it learns nothing else. Wherever a state names its calendar, the name is found.
CREATE FUNCTION calendar_version_in_use(p_id text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (
    SELECT FROM cases c, jsonb_path_query(c.state, '$.**.calendarVersion') AS named(version)
    JOIN calendar_publications p ON p.version = named.version #>> '{}'
    WHERE c.status <> 'closed' AND p_id = ANY (p.members)
  )
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION calendar_version_in_use(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION calendar_version_in_use(text) TO tongban_api;
--> statement-breakpoint
-- Entries are ended, never deleted: whoever was told in an old case stays known. Absences come and go.
GRANT SELECT, INSERT, UPDATE ON directory_persons, station_contacts TO tongban_api;
GRANT SELECT, INSERT, DELETE ON directory_absences TO tongban_api;
GRANT SELECT ON directory_persons, directory_absences, station_contacts TO tongban_worker;
--> statement-breakpoint
-- Calls to some stations that nobody answered, beyond the caller's scope: when, and nothing of the case. A call goes
-- from one station of a case to the other.
CREATE FUNCTION calls_not_answered(p_units text[], p_since timestamptz)
RETURNS TABLE (unit_code text, called_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT called.unit, e.occurred_at
  FROM ledger_events e
  JOIN cases c ON c.case_no = e.case_no
  CROSS JOIN LATERAL (SELECT CASE c.home_station
    WHEN e.event #>> '{by,unitCode}' THEN c.accepting_station ELSE c.home_station END) AS called(unit)
  WHERE e.event ->> 'type' = 'call_logged' AND e.event ->> 'outcome' = 'not_answered'
    AND e.occurred_at >= p_since AND called.unit = ANY (p_units)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION calls_not_answered(text[], timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION calls_not_answered(text[], timestamptz) TO tongban_api;
--> statement-breakpoint
-- The API records that somebody asks; what came of it only the worker may write, and nobody removes either.
GRANT SELECT, INSERT ON register_queries TO tongban_api;
GRANT USAGE ON SEQUENCE register_query_numbers TO tongban_api;
--> statement-breakpoint
GRANT SELECT, UPDATE (outcome, answered_at, duration_ms, entry) ON register_queries TO tongban_worker;
--> statement-breakpoint
-- A paper that was made is kept as it was handed out.
GRANT SELECT ON papers TO tongban_api;
GRANT SELECT, INSERT ON papers TO tongban_worker;
--> statement-breakpoint
GRANT SELECT ON policies, escalations, filings TO tongban_api;
--> statement-breakpoint
GRANT INSERT, UPDATE ON policies TO tongban_api;
--> statement-breakpoint
GRANT SELECT ON policies TO tongban_worker;
--> statement-breakpoint
GRANT SELECT, INSERT ON filings TO tongban_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON escalations TO tongban_worker;
--> statement-breakpoint
DROP FUNCTION record_step(text, jsonb, jsonb, text[], jsonb);
--> statement-breakpoint
-- As before, and now: where a case was rerouted the scopes of its first stations follow its status too, notices carry
-- what they are about, and the escalations of the case are kept for supervisors' lists and its figures for statistics.
CREATE FUNCTION record_step(
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
    (case_no, rung_key, clock, rung, colour, fired_at, told, reply_due_at, settlement, settled_at)
  SELECT p_case_no, e."rungKey", e.clock, e.rung, e.colour, e."firedAt", e.told, e."replyDueAt",
    e.settlement ->> 'kind', (e.settlement ->> 'at')::timestamptz
  FROM jsonb_to_recordset(p_escalations)
    AS e("rungKey" text, clock text, rung text, colour text, "firedAt" timestamptz, told jsonb,
      "replyDueAt" timestamptz, settlement jsonb)
  ON CONFLICT (case_no, rung_key) DO UPDATE SET
    reply_due_at = excluded.reply_due_at, settlement = excluded.settlement, settled_at = excluded.settled_at
  WHERE (x.reply_due_at, x.settlement) IS DISTINCT FROM (excluded.reply_due_at, excluded.settlement);

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
--> statement-breakpoint
REVOKE ALL ON FUNCTION record_step(text, jsonb, jsonb, text[], jsonb, jsonb, jsonb) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION record_step(text, jsonb, jsonb, text[], jsonb, jsonb, jsonb) TO tongban_worker;
--> statement-breakpoint
-- A notice is never changed; the dispatcher only notes that it has decided on its ways out.
GRANT UPDATE (planned_at) ON notices TO tongban_worker;
GRANT SELECT, INSERT ON deliveries TO tongban_worker;
GRANT SELECT, INSERT, UPDATE ON delivery_bundles TO tongban_worker;
GRANT SELECT ON webhook_endpoints TO tongban_worker;
--> statement-breakpoint
GRANT SELECT ON deliveries, delivery_bundles TO tongban_api;
GRANT SELECT, INSERT ON webhook_endpoints TO tongban_api;
GRANT UPDATE (removed_at) ON webhook_endpoints TO tongban_api;
--> statement-breakpoint
-- Takes the personal data out of a case, and only out of one that is closed and not held: neither process may do so by
-- a statement of its own. What the ledger and the figures say stays.
CREATE FUNCTION anonymise_case(p_case_no text, p_personal jsonb, p_removed text, p_at timestamptz)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM 1 FROM cases c
  WHERE c.case_no = p_case_no AND c.status = 'closed' AND c.anonymised_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM legal_holds h WHERE h.case_no = p_case_no)
  FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  UPDATE applications SET personal = p_personal, applicant_name = p_removed, applicant_id_number = p_removed
  WHERE case_no = p_case_no;
  DELETE FROM attachments WHERE case_no = p_case_no;
  DELETE FROM act_records WHERE case_no = p_case_no;
  DELETE FROM papers WHERE case_no = p_case_no;
  DELETE FROM dossier_files WHERE case_no = p_case_no;
  UPDATE certificates SET pdf = ''::bytea WHERE case_no = p_case_no;
  UPDATE register_queries SET entry = NULL, reason = p_removed WHERE case_no = p_case_no;
  UPDATE cases SET anonymised_at = p_at WHERE case_no = p_case_no;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION anonymise_case(text, jsonb, text, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION anonymise_case(text, jsonb, text, timestamptz) TO tongban_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON legal_holds TO tongban_api;
--> statement-breakpoint
GRANT SELECT ON legal_holds TO tongban_worker;
--> statement-breakpoint
-- The API records a rejection; its notice only the worker may add, and nobody removes either.
GRANT SELECT, INSERT ON rejections TO tongban_api;
GRANT SELECT, UPDATE (sha256, pdf) ON rejections TO tongban_worker;
--> statement-breakpoint
GRANT SELECT ON case_figures TO tongban_api;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON case_figures TO tongban_worker;
--> statement-breakpoint
-- A bound dossier stays as it was handed over; a fax is written down before it is queued, and its report afterwards.
GRANT SELECT ON dossier_files, fax_attempts TO tongban_api;
GRANT SELECT, INSERT ON dossier_files TO tongban_worker;
GRANT SELECT, INSERT, UPDATE ON fax_attempts TO tongban_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO tongban_api;
--> statement-breakpoint
GRANT SELECT, DELETE ON drafts TO tongban_worker;
--> statement-breakpoint
GRANT SELECT, INSERT ON intake_records TO tongban_api;
GRANT SELECT ON intake_records TO tongban_worker;
--> statement-breakpoint
-- A station reports what it refused with the refusal itself, to the units above it.
GRANT INSERT ON notices TO tongban_api;
GRANT USAGE ON SEQUENCE notices_id_seq TO tongban_api;
--> statement-breakpoint
-- Retention takes out what a rejection says of a person.
GRANT UPDATE (personal) ON rejections TO tongban_worker;
