-- What earlier builds stored is plain, and a migration has no keys: nothing is carried over half.
DO $$
BEGIN
  IF EXISTS (SELECT FROM account_locks)
    OR EXISTS (SELECT FROM act_records)
    OR EXISTS (SELECT FROM applications)
    OR EXISTS (SELECT FROM attachments)
    OR EXISTS (SELECT FROM audit_entries)
    OR EXISTS (SELECT FROM certificates)
    OR EXISTS (SELECT FROM directory_persons)
    OR EXISTS (SELECT FROM dossier_files)
    OR EXISTS (SELECT FROM drafts)
    OR EXISTS (SELECT FROM intake_records)
    OR EXISTS (SELECT FROM legal_holds)
    OR EXISTS (SELECT FROM papers)
    OR EXISTS (SELECT FROM register_queries)
    OR EXISTS (SELECT FROM rejection_holds)
    OR EXISTS (SELECT FROM rejections)
    OR EXISTS (SELECT FROM sessions)
    OR EXISTS (SELECT FROM webhook_endpoints) THEN
    RAISE EXCEPTION '数据库中有早期试用版本未加密的数据，本版本不能继续使用：请改用新的数据库；内置数据库请删除 .tongban 下的 postgres、postgres-password 和 temporal 后重新启动。';
  END IF;
END
$$;
--> statement-breakpoint
-- What a key ring has sealed (platform/key-ring.ts): a version, a key id, a nonce, a tag, and then the ciphertext.
CREATE DOMAIN sealed_json AS bytea CHECK (octet_length(VALUE) > 33 AND get_byte(VALUE, 0) = 1);
--> statement-breakpoint
CREATE DOMAIN sealed_bytes AS bytea CHECK (octet_length(VALUE) >= 33 AND get_byte(VALUE, 0) = 1);
--> statement-breakpoint
DROP POLICY "rejections_add" ON "rejections";
--> statement-breakpoint
CREATE TABLE "unmaskings" (
	"id" text PRIMARY KEY NOT NULL,
	"case_no" text NOT NULL,
	"officer_id" text NOT NULL,
	"role" text NOT NULL,
	"unit_code" text NOT NULL,
	"fields" text[] NOT NULL,
	"reason" sealed_json,
	"unmasked_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "unmaskings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "applications_id_number";--> statement-breakpoint
ALTER TABLE "account_locks" ALTER COLUMN "reason" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "account_locks" ALTER COLUMN "lift_reason" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "act_records" ALTER COLUMN "content" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "applications" ALTER COLUMN "applicant_name" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "applications" ALTER COLUMN "applicant_id_number" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "applications" ALTER COLUMN "personal" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "attachments" ALTER COLUMN "file_name" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "attachment_chunks" ALTER COLUMN "content" SET DATA TYPE sealed_bytes USING NULL;--> statement-breakpoint
ALTER TABLE "certificates" ALTER COLUMN "pdf" SET DATA TYPE sealed_bytes USING NULL;--> statement-breakpoint
ALTER TABLE "certificates" ALTER COLUMN "pdf" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ALTER COLUMN "masked_name" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "directory_persons" ALTER COLUMN "name" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "directory_persons" ALTER COLUMN "telephone" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "directory_persons" ALTER COLUMN "email" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "dossier_files" ALTER COLUMN "pdf" SET DATA TYPE sealed_bytes USING NULL;--> statement-breakpoint
ALTER TABLE "dossier_files" ALTER COLUMN "fax_tiff" SET DATA TYPE sealed_bytes USING NULL;--> statement-breakpoint
ALTER TABLE "drafts" ALTER COLUMN "application" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "intake_records" ALTER COLUMN "reference" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "legal_holds" ALTER COLUMN "reason" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "papers" ALTER COLUMN "pdf" SET DATA TYPE sealed_bytes USING NULL;--> statement-breakpoint
ALTER TABLE "register_queries" ALTER COLUMN "reason" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "register_queries" ALTER COLUMN "reason" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "register_queries" ALTER COLUMN "entry" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "rejection_holds" ALTER COLUMN "reason" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "rejections" ALTER COLUMN "personal" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "rejections" ALTER COLUMN "pdf" SET DATA TYPE sealed_bytes USING NULL;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "id_token" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ALTER COLUMN "secret" SET DATA TYPE sealed_json USING NULL;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "applicant_id_hash" text;--> statement-breakpoint
-- The words of a reason stand sealed with what the row names, and nowhere plain.
ALTER TABLE "audit_entries" DROP COLUMN "reason";--> statement-breakpoint
CREATE OR REPLACE FUNCTION audit_text(previous text, e audit_entries) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT jsonb_build_array(previous, e.day::text, e.seq::text,
    to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.kind, e.operation, e.outcome, e.officer_id,
    to_jsonb(e.roles), e.unit_code, e.case_no, e.object_id, e.request_id)::text
$$;
--> statement-breakpoint
CREATE INDEX "unmaskings_of_case" ON "unmaskings" USING btree ("case_no","unmasked_at");--> statement-breakpoint
CREATE INDEX "applications_id_hash" ON "applications" USING btree ("applicant_id_hash");--> statement-breakpoint
CREATE POLICY "unmaskings_record" ON "unmaskings" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (unit_code = current_setting('tongban.unit', true) and exists (select 1 from case_scopes s where s.case_no = unmaskings.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "unmaskings_worker" ON "unmaskings" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "rejections_add" ON "rejections" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK ("rejections"."accepting_station" = current_setting('tongban.unit', true) and personal is not null and pdf is null);
--> statement-breakpoint
-- Ciphertext does not get smaller; kept as it is, the head that names its key is read without the rest.
ALTER TABLE account_locks ALTER COLUMN reason SET STORAGE EXTERNAL, ALTER COLUMN lift_reason SET STORAGE EXTERNAL;
ALTER TABLE act_records ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE applications ALTER COLUMN applicant_name SET STORAGE EXTERNAL, ALTER COLUMN applicant_id_number SET STORAGE EXTERNAL, ALTER COLUMN personal SET STORAGE EXTERNAL;
ALTER TABLE attachment_chunks ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE attachments ALTER COLUMN file_name SET STORAGE EXTERNAL;
ALTER TABLE certificates ALTER COLUMN pdf SET STORAGE EXTERNAL, ALTER COLUMN masked_name SET STORAGE EXTERNAL;
ALTER TABLE directory_persons ALTER COLUMN name SET STORAGE EXTERNAL, ALTER COLUMN telephone SET STORAGE EXTERNAL, ALTER COLUMN email SET STORAGE EXTERNAL;
ALTER TABLE dossier_files ALTER COLUMN pdf SET STORAGE EXTERNAL, ALTER COLUMN fax_tiff SET STORAGE EXTERNAL;
ALTER TABLE drafts ALTER COLUMN application SET STORAGE EXTERNAL;
ALTER TABLE intake_records ALTER COLUMN reference SET STORAGE EXTERNAL;
ALTER TABLE legal_holds ALTER COLUMN reason SET STORAGE EXTERNAL;
ALTER TABLE papers ALTER COLUMN pdf SET STORAGE EXTERNAL;
ALTER TABLE register_queries ALTER COLUMN reason SET STORAGE EXTERNAL, ALTER COLUMN entry SET STORAGE EXTERNAL;
ALTER TABLE rejection_holds ALTER COLUMN reason SET STORAGE EXTERNAL;
ALTER TABLE rejections ALTER COLUMN personal SET STORAGE EXTERNAL, ALTER COLUMN pdf SET STORAGE EXTERNAL;
ALTER TABLE sessions ALTER COLUMN id_token SET STORAGE EXTERNAL;
ALTER TABLE webhook_endpoints ALTER COLUMN secret SET STORAGE EXTERNAL;
--> statement-breakpoint
-- Whether a person has an open case anywhere (E8); the person is known by hashes only.
DROP FUNCTION open_cases_of_applicant(text, text[]);
--> statement-breakpoint
CREATE FUNCTION open_cases_of_applicant(p_id_hashes text[], p_matters text[])
RETURNS TABLE (case_no text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT a.case_no
  FROM applications a
  LEFT JOIN cases c ON c.case_no = a.case_no
  WHERE a.applicant_id_hash = ANY (p_id_hashes)
    AND a.matters && p_matters
    AND (c.status IS NULL OR c.status <> 'closed')
  ORDER BY a.submitted_at
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION open_cases_of_applicant(text[], text[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION open_cases_of_applicant(text[], text[]) TO tongban_api;
--> statement-breakpoint
DROP FUNCTION anonymise_case(text, jsonb, text, timestamptz);
--> statement-breakpoint
-- As before; what stands in the place of the personal data is sealed like them, and nothing finds the person any more.
CREATE FUNCTION anonymise_case(
  p_case_no text, p_personal bytea, p_name bytea, p_id_number bytea, p_at timestamptz
) RETURNS void
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
REVOKE ALL ON FUNCTION anonymise_case(text, bytea, bytea, bytea, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION anonymise_case(text, bytea, bytea, bytea, timestamptz) TO tongban_worker;
--> statement-breakpoint
-- Written and never read by the API; nobody changes or removes it.
GRANT INSERT ON unmaskings TO tongban_api;
--> statement-breakpoint
-- As before; the name comes as it is kept, and the API opens it.
DROP FUNCTION check_certificate(text, text, text, timestamptz);
--> statement-breakpoint
CREATE FUNCTION check_certificate(p_way text, p_certificate_no text, p_secret_hash text, p_at timestamptz)
RETURNS TABLE (life text, kind text, certificate_no text, issued_at timestamptz, masked_name bytea)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  named certificates%ROWTYPE;
  entry jsonb;
  confirmed boolean;
BEGIN
  IF p_way = 'token' THEN
    SELECT * INTO named FROM certificates c WHERE c.token_hash = p_secret_hash;
    confirmed := named.token_hash IS NOT NULL;
  ELSE
    SELECT * INTO named FROM certificates c WHERE c.certificate_no = p_certificate_no;
    confirmed := coalesce(named.check_code_hash = p_secret_hash, false);
  END IF;
  -- A number of nothing is looked for here too, though it is none of a case.
  SELECT x INTO entry FROM cases c, jsonb_array_elements(c.state -> 'certificates') x
  WHERE c.case_no = coalesce(named.case_no, p_certificate_no, p_secret_hash) AND x ->> 'certificateNo' = named.certificate_no;
  -- Made and not recorded yet: nobody has it in his hand.
  confirmed := confirmed AND entry IS NOT NULL;
  INSERT INTO certificate_checks (certificate_no, case_no, checked_at, way, outcome)
  VALUES (named.certificate_no, named.case_no, p_at, p_way,
    CASE WHEN confirmed THEN entry ->> 'life' ELSE 'not_confirmed' END);
  RETURN QUERY SELECT entry ->> 'life', entry ->> 'kind', named.certificate_no, named.issued_at, named.masked_name::bytea
  WHERE confirmed;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION check_certificate(text, text, text, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION check_certificate(text, text, text, timestamptz) TO tongban_api;
