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
