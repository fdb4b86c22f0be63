-- A migration has no keys: what stood plain, or under a hash that anybody can make, is not carried over. Codes printed by
-- earlier builds are confirmed no more; tokens, of 128 bits, are.
UPDATE papers SET code_hash = NULL WHERE code_hash IS NOT NULL;
--> statement-breakpoint
UPDATE certificates SET check_code_hash = NULL WHERE check_code_hash IS NOT NULL;
--> statement-breakpoint
DELETE FROM public_attempts;
--> statement-breakpoint
DELETE FROM idempotency_keys;
--> statement-breakpoint
DROP FUNCTION take_attempt(
  text, text, timestamptz, integer, double precision, double precision, double precision);
--> statement-breakpoint
DROP FUNCTION give_back_attempt(text, text);
--> statement-breakpoint
DROP FUNCTION attempt_subject(text, text);
--> statement-breakpoint
DROP FUNCTION inquire_case(text, text);
--> statement-breakpoint
DROP FUNCTION check_certificate(text, text, text, timestamptz);
--> statement-breakpoint
DROP TABLE "public_attempt_key";
--> statement-breakpoint
ALTER TABLE "station_contacts" ALTER COLUMN "group_robot_url" SET DATA TYPE sealed_json USING NULL::sealed_json;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "command_id" text NOT NULL;--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "idempotency_keys" DROP COLUMN "body";--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_check_code_keyed" CHECK ("certificates"."check_code_hash" ~ '^[0-9a-f]{8}[.]');--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_keyed" CHECK ("idempotency_keys"."key" ~ '^[0-9a-f]{8}[.]');--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_fingerprint_keyed" CHECK ("idempotency_keys"."fingerprint" ~ '^[0-9a-f]{8}[.]');--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_code_keyed" CHECK ("papers"."code_hash" ~ '^[0-9a-f]{8}[.]');--> statement-breakpoint
ALTER TABLE "public_attempts" ADD CONSTRAINT "public_attempts_keyed" CHECK ("public_attempts"."subject" ~ '^[0-9a-f]{8}[.]');--> statement-breakpoint
CREATE POLICY "idempotency_keys_worker" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE station_contacts ALTER COLUMN group_robot_url SET STORAGE EXTERNAL;
--> statement-breakpoint
GRANT UPDATE (case_no, status) ON idempotency_keys TO tongban_api;
GRANT SELECT (created_at), DELETE ON idempotency_keys TO tongban_worker;
--> statement-breakpoint
-- As before; what the attempts are counted under is a hash that the process makes, with a key that lies elsewhere.
CREATE FUNCTION take_attempt(
  p_subject text, p_now timestamptz, p_free integer, p_first_wait double precision,
  p_longest_wait double precision, p_forgotten_after double precision
) RETURNS timestamptz
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  INSERT INTO public_attempts AS a (subject, failures, last_at)
  VALUES (p_subject, 1, p_now)
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
CREATE FUNCTION give_back_attempt(p_subject text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  UPDATE public_attempts SET failures = failures - 1, blocked_until = NULL
  WHERE subject = p_subject AND failures > 0
$$;
--> statement-breakpoint
-- As before; a code is known by a keyed hash, under whichever key of the ring it was printed.
CREATE FUNCTION inquire_case(p_case_no text, p_code_hashes text[]) RETURNS jsonb
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
  WHERE p.code_hash = ANY (p_code_hashes) AND p.case_no = p_case_no
$$;
--> statement-breakpoint
-- As before, with the hashes of a code under each key, or the one of a token.
CREATE FUNCTION check_certificate(p_way text, p_certificate_no text, p_secret_hashes text[], p_at timestamptz)
RETURNS TABLE (life text, kind text, certificate_no text, issued_at timestamptz, masked_name bytea)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  named certificates%ROWTYPE;
  entry jsonb;
  confirmed boolean;
BEGIN
  IF p_way = 'token' THEN
    SELECT * INTO named FROM certificates c WHERE c.token_hash = ANY (p_secret_hashes);
    confirmed := named.token_hash IS NOT NULL;
  ELSE
    SELECT * INTO named FROM certificates c WHERE c.certificate_no = p_certificate_no;
    confirmed := coalesce(named.check_code_hash = ANY (p_secret_hashes), false);
  END IF;
  -- A number of nothing is looked for here too, though it is none of a case.
  SELECT x INTO entry FROM cases c, jsonb_array_elements(c.state -> 'certificates') x
  WHERE c.case_no = coalesce(named.case_no, p_certificate_no, p_secret_hashes[1])
    AND x ->> 'certificateNo' = named.certificate_no;
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
REVOKE ALL ON FUNCTION take_attempt(
  text, timestamptz, integer, double precision, double precision, double precision),
  give_back_attempt(text), inquire_case(text, text[]),
  check_certificate(text, text, text[], timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION take_attempt(
  text, timestamptz, integer, double precision, double precision, double precision),
  give_back_attempt(text), inquire_case(text, text[]),
  check_certificate(text, text, text[], timestamptz) TO tongban_api;
