CREATE TABLE "account_locks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"unit_code" text NOT NULL,
	"reason" text NOT NULL,
	"locked_by" text NOT NULL,
	"locked_at" timestamp(3) with time zone NOT NULL,
	"lifted_by" text,
	"lifted_at" timestamp(3) with time zone,
	"lift_reason" text,
	CONSTRAINT "account_locks_lifted" CHECK (num_nulls("account_locks"."lifted_by", "account_locks"."lifted_at", "account_locks"."lift_reason") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "account_locks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"subject" text NOT NULL,
	"roles" text[] NOT NULL,
	"unit_code" text NOT NULL,
	"acr" text,
	"amr" text[] NOT NULL,
	"authenticated_at" timestamp(3) with time zone,
	"provider_subject" text NOT NULL,
	"provider_session" text,
	"id_token" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"last_used_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "directory_persons" ADD COLUMN "officer_id" text;--> statement-breakpoint
CREATE UNIQUE INDEX "account_locks_in_force" ON "account_locks" USING btree ("subject","unit_code") WHERE "account_locks"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_of_subject" ON "sessions" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "sessions_of_provider_subject" ON "sessions" USING btree ("provider_subject");--> statement-breakpoint
CREATE INDEX "sessions_of_provider_session" ON "sessions" USING btree ("provider_session");--> statement-breakpoint
CREATE INDEX "sessions_expired" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE POLICY "account_locks_within" ON "account_locks" AS PERMISSIVE FOR ALL TO "tongban_api" USING (unit_within(unit_code, current_setting('tongban.unit', true))) WITH CHECK (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "sessions_presented" ON "sessions" AS PERMISSIVE FOR ALL TO "tongban_api" USING (token_hash = current_setting('tongban.session', true)) WITH CHECK (token_hash = current_setting('tongban.session', true));--> statement-breakpoint
CREATE POLICY "sessions_within" ON "sessions" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "sessions_ended" ON "sessions" AS PERMISSIVE FOR DELETE TO "tongban_api" USING (unit_within(unit_code, current_setting('tongban.unit', true)));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON sessions TO tongban_api;
--> statement-breakpoint
GRANT UPDATE (last_used_at) ON sessions TO tongban_api;
--> statement-breakpoint
GRANT SELECT, INSERT ON account_locks TO tongban_api;
--> statement-breakpoint
GRANT UPDATE (lifted_by, lifted_at, lift_reason) ON account_locks TO tongban_api;
--> statement-breakpoint
-- Asked for every request, before its scope is known: it learns yes or no and nothing else.
CREATE FUNCTION is_account_locked(p_subject text, p_unit text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (
    SELECT FROM account_locks l
    WHERE l.subject = p_subject AND l.lifted_at IS NULL AND unit_within(p_unit, l.unit_code)
  )
$$;
--> statement-breakpoint
-- The provider says that a session of its own, or all of a subject's, have ended; ours are in no unit's scope then.
CREATE FUNCTION end_sessions_of_provider(p_session text, p_subject text) RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  DELETE FROM sessions WHERE provider_session = p_session OR provider_subject = p_subject RETURNING id
$$;
--> statement-breakpoint
-- By the server's own clock, so that nobody can end what has not expired.
CREATE FUNCTION forget_expired_sessions() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  DELETE FROM sessions WHERE expires_at < now()
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION is_account_locked(text, text), end_sessions_of_provider(text, text), forget_expired_sessions()
  FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION is_account_locked(text, text), end_sessions_of_provider(text, text),
  forget_expired_sessions() TO tongban_api;
