-- The ledger, the papers and the acts can be added to, never changed or removed, by either process.
GRANT SELECT ON units, cases, case_scopes, applications, attachments, act_records, transmissions, certificates,
  ledger_events, notices TO tongban_api;
GRANT INSERT ON applications, attachments, act_records TO tongban_api;
GRANT SELECT, INSERT, UPDATE ON idempotency_keys, number_sequences TO tongban_api;
--> statement-breakpoint
GRANT SELECT ON units, applications, attachments, act_records TO tongban_worker;
GRANT SELECT, INSERT ON transmissions, certificates, ledger_events, notices TO tongban_worker;
GRANT SELECT, INSERT, UPDATE ON cases, case_scopes, number_sequences TO tongban_worker;
GRANT USAGE ON SEQUENCE notices_id_seq TO tongban_worker;
--> statement-breakpoint
-- E8 asks for open cases of one person at any station, beyond the caller's scope. It learns their numbers and
-- nothing else. An application whose workflow has not started yet has no row in cases and counts as open.
CREATE FUNCTION open_cases_of_applicant(id_number text, wanted_matters text[])
RETURNS TABLE (case_no text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT a.case_no
  FROM applications a
  LEFT JOIN cases c ON c.case_no = a.case_no
  WHERE a.applicant_id_number = id_number
    AND a.matters && wanted_matters
    AND (c.status IS NULL OR c.status <> 'closed')
  ORDER BY a.submitted_at
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION open_cases_of_applicant(text, text[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION open_cases_of_applicant(text, text[]) TO tongban_api;
