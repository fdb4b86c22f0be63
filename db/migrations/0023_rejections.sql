CREATE TABLE "rejections" (
	"id" text PRIMARY KEY NOT NULL,
	"accepting_station" text NOT NULL,
	"decision" text NOT NULL,
	"decided_at" timestamp(3) with time zone NOT NULL,
	"officer_id" text NOT NULL,
	"personal" jsonb NOT NULL,
	"sha256" text,
	"pdf" "bytea",
	CONSTRAINT "rejections_notice_whole" CHECK (("rejections"."sha256" is null) = ("rejections"."pdf" is null))
);
--> statement-breakpoint
ALTER TABLE "rejections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "rejections_newest" ON "rejections" USING btree ("accepting_station","decided_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE POLICY "rejections_within" ON "rejections" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (unit_within(accepting_station, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "rejections_add" ON "rejections" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK ("rejections"."accepting_station" = current_setting('tongban.unit', true) and pdf is null);--> statement-breakpoint
CREATE POLICY "rejections_worker" ON "rejections" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);