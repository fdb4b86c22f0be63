CREATE TABLE "act_records" (
	"command_id" text PRIMARY KEY NOT NULL,
	"case_no" text NOT NULL,
	"act" text NOT NULL,
	"officer_id" text NOT NULL,
	"submitted_at" timestamp(3) with time zone NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "act_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "applications" (
	"case_no" text PRIMARY KEY NOT NULL,
	"accepting_station" text NOT NULL,
	"home_station" text NOT NULL,
	"matters" text[] NOT NULL,
	"submitted_at" timestamp(3) with time zone NOT NULL,
	"acceptance" jsonb NOT NULL,
	"applicant_name" text NOT NULL,
	"applicant_id_number" text NOT NULL,
	"personal" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "applications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_no" text NOT NULL,
	"position" integer NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"file_name" text NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_scopes" (
	"unit_code" text NOT NULL,
	"case_no" text NOT NULL,
	"status" text NOT NULL,
	"accepted_at" timestamp(3) with time zone NOT NULL,
	"due_at" timestamp(3) with time zone,
	CONSTRAINT "case_scopes_case_no_unit_code_pk" PRIMARY KEY("case_no","unit_code")
);
--> statement-breakpoint
ALTER TABLE "case_scopes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cases" (
	"case_no" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"holder" text NOT NULL,
	"accepting_station" text NOT NULL,
	"home_station" text NOT NULL,
	"accepted_at" timestamp(3) with time zone NOT NULL,
	"delivered_at" timestamp(3) with time zone,
	"due_at" timestamp(3) with time zone,
	"answered_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone,
	"state" jsonb NOT NULL,
	CONSTRAINT "cases_outcome_when_closed" CHECK (("cases"."status" = 'closed') = ("cases"."outcome" is not null))
);
--> statement-breakpoint
ALTER TABLE "cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "certificates" (
	"certificate_no" text PRIMARY KEY NOT NULL,
	"case_no" text NOT NULL,
	"n" integer NOT NULL,
	"issued_at" timestamp(3) with time zone NOT NULL,
	"sha256" text NOT NULL,
	"pdf" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "certificates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"principal" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"case_no" text,
	"status" integer,
	"body" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_principal_key_pk" PRIMARY KEY("principal","key")
);
--> statement-breakpoint
CREATE TABLE "ledger_events" (
	"case_no" text NOT NULL,
	"seq" integer NOT NULL,
	"step_key" text NOT NULL,
	"position" integer NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"event" jsonb NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "ledger_events_case_no_seq_pk" PRIMARY KEY("case_no","seq")
);
--> statement-breakpoint
ALTER TABLE "ledger_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notices" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_no" text NOT NULL,
	"seq" integer NOT NULL,
	"position" integer NOT NULL,
	"unit_code" text,
	"role" text,
	"text" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "number_sequences" (
	"unit_code" text NOT NULL,
	"local_date" date NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_sequences_unit_code_local_date_pk" PRIMARY KEY("unit_code","local_date")
);
--> statement-breakpoint
CREATE TABLE "transmissions" (
	"case_no" text NOT NULL,
	"n" integer NOT NULL,
	"channel" text NOT NULL,
	"from_station" text NOT NULL,
	"to_station" text NOT NULL,
	"delivered_at" timestamp(3) with time zone NOT NULL,
	"papers" jsonb NOT NULL,
	CONSTRAINT "transmissions_case_no_n_pk" PRIMARY KEY("case_no","n")
);
--> statement-breakpoint
ALTER TABLE "transmissions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "units" (
	"code" text PRIMARY KEY NOT NULL,
	"parent_code" text,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"region" text NOT NULL,
	"address" text,
	"telephone" text
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_case_no_applications_case_no_fk" FOREIGN KEY ("case_no") REFERENCES "public"."applications"("case_no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "act_records_case" ON "act_records" USING btree ("case_no");--> statement-breakpoint
CREATE INDEX "applications_id_number" ON "applications" USING btree ("applicant_id_number");--> statement-breakpoint
CREATE UNIQUE INDEX "attachments_position" ON "attachments" USING btree ("case_no","position");--> statement-breakpoint
CREATE INDEX "case_scopes_newest" ON "case_scopes" USING btree ("unit_code","accepted_at" DESC NULLS LAST,"case_no" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "case_scopes_by_status" ON "case_scopes" USING btree ("unit_code","status","accepted_at" DESC NULLS LAST,"case_no" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "case_scopes_open_by_due" ON "case_scopes" USING btree ("unit_code","due_at") WHERE "case_scopes"."status" <> 'closed';--> statement-breakpoint
CREATE INDEX "cases_accepted_at" ON "cases" USING btree ("accepted_at" DESC NULLS LAST,"case_no");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_once_per_asking" ON "certificates" USING btree ("case_no","n");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_events_step_once" ON "ledger_events" USING btree ("case_no","step_key","position");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once" ON "notices" USING btree ("case_no","seq","position");--> statement-breakpoint
CREATE INDEX "notices_inbox" ON "notices" USING btree ("unit_code","id" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "act_records_scope" ON "act_records" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = act_records.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "act_records_submit" ON "act_records" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (exists (select 1 from case_scopes s where s.case_no = act_records.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "act_records_worker" ON "act_records" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "applications_scope" ON "applications" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = applications.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "applications_submit" ON "applications" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK ("applications"."accepting_station" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "applications_submitted" ON "applications" AS PERMISSIVE FOR SELECT TO "tongban_api" USING ("applications"."accepting_station" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "applications_worker" ON "applications" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "attachments_of_application" ON "attachments" AS PERMISSIVE FOR ALL TO "tongban_api" USING (exists (select 1 from applications a where a.case_no = attachments.case_no));--> statement-breakpoint
CREATE POLICY "attachments_worker" ON "attachments" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "case_scopes_own_unit" ON "case_scopes" AS PERMISSIVE FOR SELECT TO "tongban_api" USING ("case_scopes"."unit_code" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "case_scopes_worker" ON "case_scopes" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "cases_scope" ON "cases" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = cases.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "cases_worker" ON "cases" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "certificates_scope" ON "certificates" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = certificates.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "certificates_worker" ON "certificates" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ledger_events_scope" ON "ledger_events" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = ledger_events.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "ledger_events_worker" ON "ledger_events" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notices_scope" ON "notices" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = notices.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "notices_worker" ON "notices" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "transmissions_scope" ON "transmissions" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = transmissions.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "transmissions_worker" ON "transmissions" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);