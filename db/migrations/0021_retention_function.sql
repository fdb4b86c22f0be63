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
