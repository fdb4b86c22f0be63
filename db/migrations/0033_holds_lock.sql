-- A hold and the taking out of what it holds exclude each other by a lock on the row of the case, or of the rejection:
-- the one that comes second sees what the first has done. A hold's key share conflicts with that alone, and never with
-- a step of the case being recorded.
CREATE FUNCTION lock_case_for_hold(p_case_no text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT true FROM cases c WHERE c.case_no = p_case_no AND c.anonymised_at IS NULL FOR KEY SHARE
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION lock_case_for_hold(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION lock_case_for_hold(text) TO tongban_api;
--> statement-breakpoint
CREATE FUNCTION lock_rejection_for_hold(p_no text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT true FROM rejections r WHERE r.no = p_no AND r.personal IS NOT NULL FOR KEY SHARE
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION lock_rejection_for_hold(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION lock_rejection_for_hold(text) TO tongban_api;
--> statement-breakpoint
-- As before, but holds are looked for once the case is locked: a statement that has waited for the lock still sees what
-- it saw when it began.
CREATE OR REPLACE FUNCTION anonymise_case(
  p_case_no text, p_personal bytea, p_name bytea, p_id_number bytea, p_at timestamptz
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM 1 FROM cases c
  WHERE c.case_no = p_case_no AND c.status = 'closed' AND c.anonymised_at IS NULL
  FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF EXISTS (SELECT 1 FROM legal_holds h WHERE h.case_no = p_case_no) THEN
    RETURN;
  END IF;
  UPDATE applications SET personal = p_personal, applicant_name = p_name, applicant_id_number = p_id_number,
    applicant_id_hash = NULL
  WHERE case_no = p_case_no;
  DELETE FROM attachments WHERE case_no = p_case_no;
  DELETE FROM act_records WHERE case_no = p_case_no;
  DELETE FROM papers WHERE case_no = p_case_no;
  DELETE FROM dossier_files WHERE case_no = p_case_no;
  UPDATE certificates SET pdf = NULL, masked_name = NULL WHERE case_no = p_case_no;
  UPDATE register_queries SET entry = NULL, reason = NULL WHERE case_no = p_case_no;
  UPDATE unmaskings SET reason = NULL WHERE case_no = p_case_no;
  UPDATE cases SET anonymised_at = p_at WHERE case_no = p_case_no;
END
$$;
--> statement-breakpoint
-- As before, and likewise.
CREATE OR REPLACE FUNCTION clear_rejections(p_before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  locked text[];
  cleared integer;
BEGIN
  SELECT array_agg(x.id) INTO locked FROM (
    SELECT r.id FROM rejections r
    WHERE r.decided_at < p_before AND r.personal IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM rejection_holds h WHERE h.no = r.no)
    ORDER BY r.id
    FOR UPDATE
  ) x;
  UPDATE rejections r SET personal = NULL, sha256 = NULL, pdf = NULL
  WHERE r.id = ANY (locked) AND NOT EXISTS (SELECT 1 FROM rejection_holds h WHERE h.no = r.no);
  GET DIAGNOSTICS cleared = ROW_COUNT;
  RETURN cleared;
END
$$;
