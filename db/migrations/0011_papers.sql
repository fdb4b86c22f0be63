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
ALTER TABLE "cases" ADD COLUMN "filing" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "calendar_version" text;--> statement-breakpoint
CREATE INDEX "escalations_unsettled" ON "escalations" USING btree ("fired_at" DESC NULLS LAST,"case_no") WHERE "escalations"."settlement" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "policies_in_force" ON "policies" USING btree ("province") WHERE "policies"."superseded_at" is null;--> statement-breakpoint
CREATE POLICY "escalations_scope" ON "escalations" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = escalations.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "escalations_worker" ON "escalations" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "filings_scope" ON "filings" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = filings.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "filings_worker" ON "filings" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "papers_scope" ON "papers" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = papers.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "papers_worker" ON "papers" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "policies_read" ON "policies" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (true);--> statement-breakpoint
CREATE POLICY "policies_add" ON "policies" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "policies_supersede" ON "policies" AS PERMISSIVE FOR UPDATE TO "tongban_api" USING (true);--> statement-breakpoint
CREATE POLICY "policies_worker" ON "policies" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);