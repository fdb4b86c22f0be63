CREATE TABLE "certificate_checks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "certificate_checks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"certificate_no" text,
	"case_no" text,
	"checked_at" timestamp(3) with time zone NOT NULL,
	"way" text NOT NULL,
	"outcome" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "certificate_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "public_attempt_key" (
	"only_row" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"key" "bytea" NOT NULL,
	CONSTRAINT "public_attempt_key_one" CHECK ("public_attempt_key"."only_row")
);
--> statement-breakpoint
ALTER TABLE "public_attempt_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "public_attempts" (
	"subject" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"blocked_until" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "public_attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "check_code_hash" text;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "token_hash" text;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "masked_name" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "code_hash" text;--> statement-breakpoint
CREATE INDEX "certificate_checks_of_case" ON "certificate_checks" USING btree ("case_no","id");--> statement-breakpoint
CREATE INDEX "certificate_checks_of_nothing" ON "certificate_checks" USING btree ("checked_at") WHERE certificate_no is null;--> statement-breakpoint
CREATE INDEX "public_attempts_last_at" ON "public_attempts" USING btree ("last_at");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_token" ON "certificates" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_code" ON "papers" USING btree ("code_hash");--> statement-breakpoint
CREATE POLICY "certificate_checks_scope" ON "certificate_checks" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = certificate_checks.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "certificate_checks_worker" ON "certificate_checks" AS PERMISSIVE FOR SELECT TO "tongban_worker" USING (certificate_no is null);--> statement-breakpoint
CREATE POLICY "certificate_checks_forget" ON "certificate_checks" AS PERMISSIVE FOR DELETE TO "tongban_worker" USING (certificate_no is null);--> statement-breakpoint
CREATE POLICY "public_attempts_worker" ON "public_attempts" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);
--> statement-breakpoint
INSERT INTO public_attempt_key (key)
VALUES (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
--> statement-breakpoint
-- What stands for an address or a number: without the key nobody can tell from it which.
CREATE FUNCTION attempt_subject(p_kind text, p_subject text) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT encode(sha256(k.key || convert_to(p_kind || ' ' || p_subject, 'UTF8')), 'hex') FROM public_attempt_key k
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION attempt_subject(text, text) FROM PUBLIC;
--> statement-breakpoint
-- Counts an attempt as one that fails before it is made, so that of many at the same moment no more get through than one
-- after the other: the row is locked. Answers until when the next has to wait, or null where this one may be made.
CREATE FUNCTION take_attempt(
  p_kind text, p_subject text, p_now timestamptz, p_free integer, p_first_wait double precision,
  p_longest_wait double precision, p_forgotten_after double precision
) RETURNS timestamptz
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  INSERT INTO public_attempts AS a (subject, failures, last_at)
  VALUES (attempt_subject(p_kind, p_subject), 1, p_now)
  ON CONFLICT (subject) DO UPDATE SET (failures, last_at, blocked_until) = (
    SELECT counted.failures,
      CASE WHEN counted.blocked THEN a.last_at ELSE p_now END,
      CASE
        WHEN counted.blocked THEN a.blocked_until
        WHEN counted.failures >= p_free THEN p_now + make_interval(
          secs => least(p_longest_wait, p_first_wait * power(2, least(counted.failures - p_free, 30))))
      END
    FROM (SELECT b.blocked, CASE
        WHEN b.blocked THEN a.failures
        WHEN a.last_at < p_now - make_interval(secs => p_forgotten_after) THEN 1
        ELSE a.failures + 1
      END AS failures
      FROM (SELECT coalesce(a.blocked_until > p_now, false) AS blocked) b) counted)
  RETURNING CASE WHEN old.blocked_until > p_now THEN old.blocked_until END
$$;
--> statement-breakpoint
-- Takes a counted attempt back: it was no guess.
CREATE FUNCTION give_back_attempt(p_kind text, p_subject text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  UPDATE public_attempts SET failures = failures - 1, blocked_until = NULL
  WHERE subject = attempt_subject(p_kind, p_subject) AND failures > 0
$$;
--> statement-breakpoint
-- What the holder of a receipt of a case may know of it: no number, name or word of anybody, and nothing with another code.
-- It is found by the hash, which is of number and code together: a wrong code finds as little as a number of nothing.
CREATE FUNCTION inquire_case(p_case_no text, p_code_hash text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT (SELECT jsonb_object_agg(part.key, part.value) FROM jsonb_each(c.state) part WHERE part.key IN (
      'status', 'outcome', 'acceptingStation', 'homeStation', 'acceptedAt', 'closedAt', 'collectedAt', 'completion',
      'filing', 'custody', 'clocks', 'clockStarts', 'unstartedClocks'))
    || jsonb_build_object('certificates', coalesce(
      (SELECT jsonb_agg(jsonb_build_object('life', x -> 'life')) FROM jsonb_array_elements(c.state -> 'certificates') x),
      '[]'))
  FROM papers p
  JOIN cases c ON c.case_no = p.case_no
  WHERE p.code_hash = p_code_hash AND p.case_no = p_case_no
$$;
--> statement-breakpoint
-- Whether a certificate is genuine, by its number and check code or by its token, and the record that somebody asked. A wrong
-- code, a wrong token and a number of nothing take the same statements.
CREATE FUNCTION check_certificate(p_way text, p_certificate_no text, p_secret_hash text, p_at timestamptz)
RETURNS TABLE (life text, kind text, certificate_no text, issued_at timestamptz, masked_name text)
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
  RETURN QUERY SELECT entry ->> 'life', entry ->> 'kind', named.certificate_no, named.issued_at, named.masked_name
  WHERE confirmed;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION take_attempt(
  text, text, timestamptz, integer, double precision, double precision, double precision),
  give_back_attempt(text, text), inquire_case(text, text),
  check_certificate(text, text, text, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION take_attempt(
  text, text, timestamptz, integer, double precision, double precision, double precision),
  give_back_attempt(text, text), inquire_case(text, text),
  check_certificate(text, text, text, timestamptz) TO tongban_api;
--> statement-breakpoint
GRANT SELECT ON certificate_checks TO tongban_api;
GRANT SELECT, DELETE ON certificate_checks, public_attempts TO tongban_worker;
--> statement-breakpoint
-- As before, and now: with the certificate's paper goes what a check of it shows of its holder.
CREATE OR REPLACE FUNCTION anonymise_case(p_case_no text, p_personal jsonb, p_removed text, p_at timestamptz)
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
  UPDATE certificates SET pdf = ''::bytea, masked_name = NULL WHERE case_no = p_case_no;
  UPDATE register_queries SET entry = NULL, reason = p_removed WHERE case_no = p_case_no;
  UPDATE cases SET anonymised_at = p_at WHERE case_no = p_case_no;
END
$$;
