-- A state that was kept before a further station could be asked has asked none; its terms have the default.
UPDATE cases SET state = jsonb_set(
  state || '{"furtherVerifications": []}',
  '{terms}', '{"furtherVerificationMatters": ["KINSHIP"]}' || (state -> 'terms'))
WHERE state -> 'furtherVerifications' IS NULL;
--> statement-breakpoint
-- As before, and now: a call says which station was called; in an older one it went to the other side of the case.
CREATE OR REPLACE FUNCTION calls_not_answered(p_units text[], p_since timestamptz)
RETURNS TABLE (unit_code text, called_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT called.unit, e.occurred_at
  FROM ledger_events e
  JOIN cases c ON c.case_no = e.case_no
  CROSS JOIN LATERAL (SELECT coalesce(e.event ->> 'called', CASE c.home_station
    WHEN e.event #>> '{by,unitCode}' THEN c.accepting_station ELSE c.home_station END)) AS called(unit)
  WHERE e.event ->> 'type' = 'call_logged' AND e.event ->> 'outcome' = 'not_answered'
    AND e.occurred_at >= p_since AND called.unit = ANY (p_units)
$$;
