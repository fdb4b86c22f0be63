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
CREATE INDEX "drafts_of_unit" ON "drafts" USING btree ("unit_code","changed_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "drafts_expired" ON "drafts" USING btree ("expires_on");--> statement-breakpoint
CREATE POLICY "drafts_own" ON "drafts" AS PERMISSIVE FOR ALL TO "tongban_api" USING ("drafts"."unit_code" = current_setting('tongban.unit', true)) WITH CHECK ("drafts"."unit_code" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "drafts_worker" ON "drafts" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);