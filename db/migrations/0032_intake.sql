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
ALTER TABLE "rejections" ALTER COLUMN "personal" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "rejections" ADD COLUMN "no" text NOT NULL;--> statement-breakpoint
ALTER TABLE "rejections" ADD COLUMN "codes" text[] NOT NULL;--> statement-breakpoint
CREATE INDEX "intake_records_newest" ON "intake_records" USING btree ("unit_code","recorded_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "rejections_kept" ON "rejections" USING btree ("decided_at") WHERE "rejections"."personal" is not null;--> statement-breakpoint
ALTER TABLE "rejections" ADD CONSTRAINT "rejections_no_unique" UNIQUE("no");--> statement-breakpoint
CREATE POLICY "notices_report" ON "notices" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (case_no is null and planned_at is null and unit_within(current_setting('tongban.unit', true), unit_code));--> statement-breakpoint
CREATE POLICY "intake_records_within" ON "intake_records" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "intake_records_add" ON "intake_records" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK ("intake_records"."unit_code" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "intake_records_worker" ON "intake_records" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER POLICY "rejections_add" ON "rejections" TO tongban_api WITH CHECK ("rejections"."accepting_station" = current_setting('tongban.unit', true) and personal is not null and pdf is null);