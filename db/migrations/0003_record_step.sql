-- Links an entry of a ledger to its predecessor ('' before the first): a changed, removed or reordered entry breaks
-- the chain. jsonb prints its keys in one order, so that the hash does not depend on who wrote them.
CREATE FUNCTION ledger_hash(
  previous text, case_no text, seq integer, step_key text, occurred_at timestamptz, event jsonb
) RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\n', previous, case_no, seq, step_key,
    extract(epoch FROM occurred_at)::text, event::text), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- Appends one step to a ledger with all that follows from it: projection, scopes, notices. Answers false, having
-- written nothing, when the ledger does not end where the step begins. One round trip, plans kept: the same
-- statements sent one by one took the better part of a case's time.
CREATE FUNCTION record_step(
  p_case_no text, p_events jsonb, p_case jsonb, p_units text[], p_notices jsonb
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
    seq = excluded.seq, status = excluded.status, outcome = excluded.outcome, holder = excluded.holder,
    delivered_at = excluded.delivered_at, due_at = excluded.due_at, answered_at = excluded.answered_at,
    closed_at = excluded.closed_at, state = excluded.state;

  INSERT INTO case_scopes AS s (unit_code, case_no, status, accepted_at, due_at)
  SELECT unit_code, c.case_no, c.status, c.accepted_at, c.due_at
  FROM unnest(p_units) AS unit_code, cases c
  WHERE c.case_no = p_case_no
  ON CONFLICT (case_no, unit_code) DO UPDATE SET status = excluded.status, due_at = excluded.due_at
  WHERE (s.status, s.due_at) IS DISTINCT FROM (excluded.status, excluded.due_at);

  INSERT INTO notices (case_no, seq, "position", unit_code, role, text, created_at)
  SELECT p_case_no, n.seq, n."position", n."unitCode", n.role, n.text, n."createdAt"
  FROM jsonb_to_recordset(p_notices)
    AS n(seq integer, "position" integer, "unitCode" text, role text, text text, "createdAt" timestamptz);
  RETURN true;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION record_step(text, jsonb, jsonb, text[], jsonb) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION record_step(text, jsonb, jsonb, text[], jsonb) TO tongban_worker;
