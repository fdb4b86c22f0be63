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
CREATE TABLE "legal_holds" (
	"case_no" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"held_by" text NOT NULL,
	"held_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "legal_holds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "anonymised_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE POLICY "dossier_files_scope" ON "dossier_files" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = dossier_files.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "dossier_files_worker" ON "dossier_files" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "fax_attempts_scope" ON "fax_attempts" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = fax_attempts.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "fax_attempts_worker" ON "fax_attempts" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "legal_holds_scope" ON "legal_holds" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = legal_holds.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "legal_holds_worker" ON "legal_holds" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);