CREATE SEQUENCE "public"."register_query_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 999999999 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "calendar_dry_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document" jsonb NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"based_on" text NOT NULL,
	"impact" jsonb,
	"finished_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "calendar_publications" (
	"n" integer PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"members" text[] NOT NULL,
	"version_id" text,
	"published_by" text NOT NULL,
	"published_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "calendar_publications_version_unique" UNIQUE("version")
);
--> statement-breakpoint
CREATE TABLE "calendar_rollouts" (
	"version" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"moved" integer DEFAULT 0 NOT NULL,
	"earlier" integer DEFAULT 0 NOT NULL,
	"failed" text[] DEFAULT '{}' NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"finished_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "calendar_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"region" text,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"published_on" text,
	"document" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"published_at" timestamp(3) with time zone,
	"superseded_at" timestamp(3) with time zone,
	CONSTRAINT "calendar_versions_superseded_after_publication" CHECK ("calendar_versions"."superseded_at" is null or "calendar_versions"."published_at" is not null),
	CONSTRAINT "calendar_versions_status" CHECK ("calendar_versions"."status" in ('official', 'provisional'))
);
--> statement-breakpoint
CREATE TABLE "case_figures" (
	"case_no" text PRIMARY KEY NOT NULL,
	"accepting_station" text NOT NULL,
	"accepting_county" text,
	"accepting_city" text,
	"accepting_province" text NOT NULL,
	"home_station" text NOT NULL,
	"home_county" text,
	"home_city" text,
	"home_province" text NOT NULL,
	"accepted_on" date NOT NULL,
	"closed_on" date,
	"answered_in_time" boolean,
	"working_days" smallint,
	"unsigned" boolean NOT NULL,
	"referral" text,
	"certificate" text,
	"filing_in_time" boolean,
	"blue_rungs" smallint NOT NULL,
	"yellow_rungs" smallint NOT NULL,
	"red_rungs" smallint NOT NULL,
	"replies_demanded" smallint NOT NULL,
	"replies_in_time" smallint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_figures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deliveries" (
	"notice_id" bigint NOT NULL,
	"channel" text NOT NULL,
	"destination" text NOT NULL,
	"subject_key" text NOT NULL,
	"bundle_id" uuid,
	"suppression" text,
	"original_notice_id" bigint,
	CONSTRAINT "deliveries_notice_id_channel_destination_pk" PRIMARY KEY("notice_id","channel","destination"),
	CONSTRAINT "deliveries_fate" CHECK (num_nulls("deliveries"."bundle_id", "deliveries"."suppression") = 1),
	CONSTRAINT "deliveries_original" CHECK (("deliveries"."suppression" is not distinct from 'duplicate') = ("deliveries"."original_notice_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "delivery_bundles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"destination" text NOT NULL,
	"status" text NOT NULL,
	"slot_at" timestamp(3) with time zone NOT NULL,
	"started_at" timestamp(3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"attempted_at" timestamp(3) with time zone,
	"failure_kind" text,
	"failure_code" text,
	"failure_message" text,
	"handed_over_at" timestamp(3) with time zone,
	"given_up_at" timestamp(3) with time zone,
	CONSTRAINT "delivery_bundles_handed_over" CHECK (("delivery_bundles"."status" = 'delivered') = ("delivery_bundles"."handed_over_at" is not null)),
	CONSTRAINT "delivery_bundles_given_up" CHECK (("delivery_bundles"."status" = 'given_up') = ("delivery_bundles"."given_up_at" is not null)),
	CONSTRAINT "delivery_bundles_failure" CHECK (num_nulls("delivery_bundles"."failure_kind", "delivery_bundles"."failure_code", "delivery_bundles"."failure_message") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "delivery_bundles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "directory_absences" (
	"person_id" uuid NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	CONSTRAINT "directory_absences_person_id_from_date_pk" PRIMARY KEY("person_id","from_date"),
	CONSTRAINT "directory_absences_order" CHECK ("directory_absences"."to_date" >= "directory_absences"."from_date")
);
--> statement-breakpoint
ALTER TABLE "directory_absences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "directory_persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"post" text NOT NULL,
	"name" text NOT NULL,
	"telephone" text NOT NULL,
	"email" text,
	"fax_number" text,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"last_confirmed_on" date NOT NULL,
	"version" integer NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "directory_persons_term" CHECK ("directory_persons"."valid_until" is null or "directory_persons"."valid_until" >= "directory_persons"."valid_from")
);
--> statement-breakpoint
ALTER TABLE "directory_persons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dossier_files" (
	"case_no" text NOT NULL,
	"n" integer NOT NULL,
	"pages" integer NOT NULL,
	"sha256" text NOT NULL,
	"papers" jsonb NOT NULL,
	"pdf" "bytea" NOT NULL,
	"fax_tiff" "bytea",
	"bound_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "dossier_files_case_no_n_pk" PRIMARY KEY("case_no","n"),
	CONSTRAINT "dossier_files_pages" CHECK ("dossier_files"."pages" > 0)
);
--> statement-breakpoint
ALTER TABLE "dossier_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"officer_id" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	"expires_on" date NOT NULL,
	"application" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "escalations" (
	"case_no" text NOT NULL,
	"rung_key" text NOT NULL,
	"clock" text NOT NULL,
	"rung" text NOT NULL,
	"colour" text NOT NULL,
	"fired_at" timestamp(3) with time zone NOT NULL,
	"told" jsonb NOT NULL,
	"reply_due_at" timestamp(3) with time zone,
	"settlement" text,
	"settled_at" timestamp(3) with time zone,
	CONSTRAINT "escalations_case_no_rung_key_pk" PRIMARY KEY("case_no","rung_key")
);
--> statement-breakpoint
ALTER TABLE "escalations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fax_attempts" (
	"case_no" text NOT NULL,
	"n" integer NOT NULL,
	"attempt" integer NOT NULL,
	"fax_number" text NOT NULL,
	"begun_at" timestamp(3) with time zone NOT NULL,
	"outcome" text,
	"ended_at" timestamp(3) with time zone,
	"pages_sent" integer,
	"job_id" integer,
	CONSTRAINT "fax_attempts_case_no_n_attempt_pk" PRIMARY KEY("case_no","n","attempt"),
	CONSTRAINT "fax_attempts_end" CHECK (("fax_attempts"."outcome" is null) = ("fax_attempts"."ended_at" is null) and ("fax_attempts"."outcome" is null) = ("fax_attempts"."pages_sent" is null))
);
--> statement-breakpoint
ALTER TABLE "fax_attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "filings" (
	"case_no" text NOT NULL,
	"n" integer NOT NULL,
	"certificate_no" text NOT NULL,
	"from_station" text NOT NULL,
	"to_station" text NOT NULL,
	"sent_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "filings_case_no_n_pk" PRIMARY KEY("case_no","n")
);
--> statement-breakpoint
ALTER TABLE "filings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intake_records" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"kind" text NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"officer_id" text NOT NULL,
	"lane" text,
	"reference" text,
	CONSTRAINT "intake_records_lane" CHECK (("intake_records"."kind" = 'other_lane') = ("intake_records"."lane" is not null)),
	CONSTRAINT "intake_records_reference" CHECK ("intake_records"."reference" is null or "intake_records"."lane" is not null)
);
--> statement-breakpoint
ALTER TABLE "intake_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "legal_holds" (
	"case_no" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"held_by" text NOT NULL,
	"held_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "legal_holds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "papers" (
	"case_no" text NOT NULL,
	"paper" text NOT NULL,
	"seq" integer NOT NULL,
	"sha256" text NOT NULL,
	"pdf" "bytea" NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "papers_case_no_paper_seq_pk" PRIMARY KEY("case_no","paper","seq")
);
--> statement-breakpoint
ALTER TABLE "papers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "policies" (
	"version" text PRIMARY KEY NOT NULL,
	"province" text NOT NULL,
	"document" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"superseded_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "register_queries" (
	"reference" text PRIMARY KEY NOT NULL,
	"command_id" text NOT NULL,
	"case_no" text NOT NULL,
	"officer_id" text NOT NULL,
	"role" text NOT NULL,
	"unit_code" text NOT NULL,
	"purpose" text NOT NULL,
	"reason" text NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"outcome" text DEFAULT 'pending' NOT NULL,
	"answered_at" timestamp(3) with time zone,
	"duration_ms" integer,
	"entry" jsonb,
	CONSTRAINT "register_queries_command_id_unique" UNIQUE("command_id"),
	CONSTRAINT "register_queries_entry_of_found" CHECK ("register_queries"."entry" is null or "register_queries"."outcome" = 'found'),
	CONSTRAINT "register_queries_answered_unless_pending" CHECK (("register_queries"."outcome" = 'pending') = ("register_queries"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "register_queries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rejections" (
	"id" text PRIMARY KEY NOT NULL,
	"no" text NOT NULL,
	"accepting_station" text NOT NULL,
	"decision" text NOT NULL,
	"decided_at" timestamp(3) with time zone NOT NULL,
	"officer_id" text NOT NULL,
	"codes" text[] NOT NULL,
	"personal" jsonb,
	"sha256" text,
	"pdf" "bytea",
	CONSTRAINT "rejections_no_unique" UNIQUE("no"),
	CONSTRAINT "rejections_notice_whole" CHECK (("rejections"."sha256" is null) = ("rejections"."pdf" is null))
);
--> statement-breakpoint
ALTER TABLE "rejections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "station_contacts" (
	"unit_code" text PRIMARY KEY NOT NULL,
	"duty_telephone" text,
	"fax_numbers" text[] NOT NULL,
	"group_robot_url" text,
	"last_confirmed_on" date NOT NULL,
	"successor" text,
	"successor_since" date,
	"version" integer NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "station_contacts_succession" CHECK (("station_contacts"."successor" is null) = ("station_contacts"."successor_since" is null) and "station_contacts"."successor" <> "station_contacts"."unit_code")
);
--> statement-breakpoint
ALTER TABLE "station_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"kinds" text[] NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"removed_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "case_no" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "seq" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "position" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ALTER COLUMN "delivered_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "filing" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "calendar_version" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "anonymised_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "dedupe_key" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "kind" text DEFAULT 'case' NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "urgency" text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "subject_key" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "planned_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "addressee" text DEFAULT 'liaison_officer' NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "handed_over_at" timestamp(3) with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "pages" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "dossier_sha256" text;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "fax_number" text;--> statement-breakpoint
ALTER TABLE "calendar_rollouts" ADD CONSTRAINT "calendar_rollouts_version_calendar_publications_version_fk" FOREIGN KEY ("version") REFERENCES "public"."calendar_publications"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_bundle_id_delivery_bundles_id_fk" FOREIGN KEY ("bundle_id") REFERENCES "public"."delivery_bundles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_absences" ADD CONSTRAINT "directory_absences_person_id_directory_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."directory_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_publications_of_version" ON "calendar_publications" USING btree ("version_id","n" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_versions_one_in_force" ON "calendar_versions" USING btree ("year",coalesce("region", '')) WHERE "calendar_versions"."published_at" is not null and "calendar_versions"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "case_figures_accepting_station" ON "case_figures" USING btree ("accepting_station","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_accepting_county" ON "case_figures" USING btree ("accepting_county","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_accepting_city" ON "case_figures" USING btree ("accepting_city","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_accepting_province" ON "case_figures" USING btree ("accepting_province","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_home_station" ON "case_figures" USING btree ("home_station","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_home_county" ON "case_figures" USING btree ("home_county","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_home_city" ON "case_figures" USING btree ("home_city","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_home_province" ON "case_figures" USING btree ("home_province","accepted_on");--> statement-breakpoint
CREATE INDEX "deliveries_of_bundle" ON "deliveries" USING btree ("bundle_id");--> statement-breakpoint
CREATE INDEX "deliveries_of_subject" ON "deliveries" USING btree ("destination","subject_key");--> statement-breakpoint
CREATE INDEX "delivery_bundles_of_destination" ON "delivery_bundles" USING btree ("destination","channel","slot_at");--> statement-breakpoint
CREATE INDEX "delivery_bundles_unstarted" ON "delivery_bundles" USING btree ("slot_at") WHERE "delivery_bundles"."started_at" is null;--> statement-breakpoint
CREATE INDEX "delivery_bundles_unfinished" ON "delivery_bundles" USING btree ("slot_at") WHERE "delivery_bundles"."status" in ('planned', 'sending');--> statement-breakpoint
CREATE INDEX "directory_persons_of_unit" ON "directory_persons" USING btree ("unit_code","id");--> statement-breakpoint
CREATE INDEX "drafts_of_unit" ON "drafts" USING btree ("unit_code","changed_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "drafts_expired" ON "drafts" USING btree ("expires_on");--> statement-breakpoint
CREATE INDEX "escalations_unsettled" ON "escalations" USING btree ("fired_at" DESC NULLS LAST,"case_no") WHERE "escalations"."settlement" is null;--> statement-breakpoint
CREATE INDEX "intake_records_newest" ON "intake_records" USING btree ("unit_code","recorded_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE UNIQUE INDEX "policies_in_force" ON "policies" USING btree ("province") WHERE "policies"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "register_queries_of_case" ON "register_queries" USING btree ("case_no","asked_at");--> statement-breakpoint
CREATE INDEX "rejections_newest" ON "rejections" USING btree ("accepting_station","decided_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "rejections_kept" ON "rejections" USING btree ("decided_at") WHERE "rejections"."personal" is not null;--> statement-breakpoint
CREATE INDEX "webhook_endpoints_of_unit" ON "webhook_endpoints" USING btree ("unit_code");--> statement-breakpoint
CREATE INDEX "cases_open" ON "cases" USING btree ("case_no","calendar_version") WHERE "cases"."status" <> 'closed';--> statement-breakpoint
CREATE INDEX "ledger_events_calls" ON "ledger_events" USING btree ("occurred_at") WHERE "ledger_events"."event" ->> 'type' = 'call_logged';--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once_by_key" ON "notices" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "notices_unplanned" ON "notices" USING btree ("id") WHERE "notices"."planned_at" is null;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_origin" CHECK (("notices"."dedupe_key" is null and "notices"."case_no" is not null and "notices"."seq" is not null and "notices"."position" is not null)
        or ("notices"."dedupe_key" is not null and "notices"."seq" is null and "notices"."position" is null));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_audience" CHECK ("notices"."unit_code" is not null or "notices"."case_no" is not null);--> statement-breakpoint
CREATE POLICY "notices_own_unit" ON "notices" AS PERMISSIVE FOR SELECT TO "tongban_api" USING ("notices"."case_no" is null and "notices"."unit_code" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "notices_report" ON "notices" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (case_no is null and planned_at is null and unit_within(current_setting('tongban.unit', true), unit_code));--> statement-breakpoint
CREATE POLICY "case_figures_scope" ON "case_figures" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (current_setting('tongban.unit', true) in ("case_figures"."accepting_station", "case_figures"."accepting_county", "case_figures"."accepting_city", "case_figures"."accepting_province", "case_figures"."home_station", "case_figures"."home_county", "case_figures"."home_city", "case_figures"."home_province"));--> statement-breakpoint
CREATE POLICY "case_figures_worker" ON "case_figures" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "deliveries_scope" ON "deliveries" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from notices n where n.id = deliveries.notice_id));--> statement-breakpoint
CREATE POLICY "deliveries_worker" ON "deliveries" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "delivery_bundles_scope" ON "delivery_bundles" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from deliveries d where d.bundle_id = delivery_bundles.id));--> statement-breakpoint
CREATE POLICY "delivery_bundles_worker" ON "delivery_bundles" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "directory_absences_read" ON "directory_absences" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (current_setting('tongban.unit', true) <> '');--> statement-breakpoint
CREATE POLICY "directory_absences_add" ON "directory_absences" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (exists (select 1 from directory_persons p where p.id = person_id and unit_within(p.unit_code, current_setting('tongban.unit', true))));--> statement-breakpoint
CREATE POLICY "directory_absences_change" ON "directory_absences" AS PERMISSIVE FOR UPDATE TO "tongban_api" USING (exists (select 1 from directory_persons p where p.id = person_id and unit_within(p.unit_code, current_setting('tongban.unit', true)))) WITH CHECK (exists (select 1 from directory_persons p where p.id = person_id and unit_within(p.unit_code, current_setting('tongban.unit', true))));--> statement-breakpoint
CREATE POLICY "directory_absences_remove" ON "directory_absences" AS PERMISSIVE FOR DELETE TO "tongban_api" USING (exists (select 1 from directory_persons p where p.id = person_id and unit_within(p.unit_code, current_setting('tongban.unit', true))));--> statement-breakpoint
CREATE POLICY "directory_absences_worker" ON "directory_absences" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "directory_persons_read" ON "directory_persons" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (current_setting('tongban.unit', true) <> '');--> statement-breakpoint
CREATE POLICY "directory_persons_add" ON "directory_persons" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "directory_persons_change" ON "directory_persons" AS PERMISSIVE FOR UPDATE TO "tongban_api" USING (unit_within(unit_code, current_setting('tongban.unit', true))) WITH CHECK (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "directory_persons_remove" ON "directory_persons" AS PERMISSIVE FOR DELETE TO "tongban_api" USING (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "directory_persons_worker" ON "directory_persons" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "dossier_files_scope" ON "dossier_files" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = dossier_files.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "dossier_files_worker" ON "dossier_files" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "drafts_own" ON "drafts" AS PERMISSIVE FOR ALL TO "tongban_api" USING ("drafts"."unit_code" = current_setting('tongban.unit', true)) WITH CHECK ("drafts"."unit_code" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "drafts_worker" ON "drafts" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "escalations_scope" ON "escalations" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = escalations.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "escalations_worker" ON "escalations" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "fax_attempts_scope" ON "fax_attempts" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = fax_attempts.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "fax_attempts_worker" ON "fax_attempts" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "filings_scope" ON "filings" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = filings.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "filings_worker" ON "filings" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "intake_records_within" ON "intake_records" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "intake_records_add" ON "intake_records" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK ("intake_records"."unit_code" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "intake_records_worker" ON "intake_records" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "legal_holds_scope" ON "legal_holds" AS PERMISSIVE FOR ALL TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = legal_holds.case_no and s.unit_code = current_setting('tongban.unit', true))) WITH CHECK (exists (select 1 from case_scopes s where s.case_no = legal_holds.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "legal_holds_worker" ON "legal_holds" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "papers_scope" ON "papers" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = papers.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "papers_worker" ON "papers" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "policies_read" ON "policies" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (true);--> statement-breakpoint
CREATE POLICY "policies_add" ON "policies" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "policies_supersede" ON "policies" AS PERMISSIVE FOR UPDATE TO "tongban_api" USING (true);--> statement-breakpoint
CREATE POLICY "policies_worker" ON "policies" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "register_queries_scope" ON "register_queries" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = register_queries.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "register_queries_own" ON "register_queries" AS PERMISSIVE FOR SELECT TO "tongban_api" USING ("register_queries"."unit_code" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "register_queries_ask" ON "register_queries" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (unit_code = current_setting('tongban.unit', true) and outcome = 'pending' and exists (select 1 from case_scopes s where s.case_no = register_queries.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "register_queries_worker" ON "register_queries" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "rejections_within" ON "rejections" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (unit_within(accepting_station, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "rejections_add" ON "rejections" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK ("rejections"."accepting_station" = current_setting('tongban.unit', true) and personal is not null and pdf is null);--> statement-breakpoint
CREATE POLICY "rejections_worker" ON "rejections" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "station_contacts_read" ON "station_contacts" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (current_setting('tongban.unit', true) <> '');--> statement-breakpoint
CREATE POLICY "station_contacts_add" ON "station_contacts" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "station_contacts_change" ON "station_contacts" AS PERMISSIVE FOR UPDATE TO "tongban_api" USING (unit_within(unit_code, current_setting('tongban.unit', true))) WITH CHECK (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "station_contacts_remove" ON "station_contacts" AS PERMISSIVE FOR DELETE TO "tongban_api" USING (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "station_contacts_worker" ON "station_contacts" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "webhook_endpoints_own_unit" ON "webhook_endpoints" AS PERMISSIVE FOR ALL TO "tongban_api" USING ("webhook_endpoints"."unit_code" = current_setting('tongban.unit', true)) WITH CHECK ("webhook_endpoints"."unit_code" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "webhook_endpoints_worker" ON "webhook_endpoints" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);