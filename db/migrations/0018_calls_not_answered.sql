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
