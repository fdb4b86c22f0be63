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
ALTER TABLE "notices" ADD COLUMN "dedupe_key" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "subject_key" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "planned_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_bundle_id_delivery_bundles_id_fk" FOREIGN KEY ("bundle_id") REFERENCES "public"."delivery_bundles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_of_bundle" ON "deliveries" USING btree ("bundle_id");--> statement-breakpoint
CREATE INDEX "deliveries_of_subject" ON "deliveries" USING btree ("destination","subject_key");--> statement-breakpoint
CREATE INDEX "delivery_bundles_of_destination" ON "delivery_bundles" USING btree ("destination","channel","slot_at");--> statement-breakpoint
CREATE INDEX "delivery_bundles_unstarted" ON "delivery_bundles" USING btree ("slot_at") WHERE "delivery_bundles"."started_at" is null;--> statement-breakpoint
CREATE INDEX "delivery_bundles_unfinished" ON "delivery_bundles" USING btree ("slot_at") WHERE "delivery_bundles"."status" in ('planned', 'sending');--> statement-breakpoint
CREATE INDEX "webhook_endpoints_of_unit" ON "webhook_endpoints" USING btree ("unit_code");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once_by_key" ON "notices" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "notices_unplanned" ON "notices" USING btree ("id") WHERE "notices"."planned_at" is null;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_origin" CHECK (("notices"."dedupe_key" is null and "notices"."case_no" is not null and "notices"."seq" is not null and "notices"."position" is not null)
        or ("notices"."dedupe_key" is not null and "notices"."seq" is null and "notices"."position" is null));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_audience" CHECK ("notices"."unit_code" is not null or "notices"."case_no" is not null);--> statement-breakpoint
CREATE POLICY "notices_own_unit" ON "notices" AS PERMISSIVE FOR SELECT TO "tongban_api" USING ("notices"."case_no" is null and "notices"."unit_code" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "deliveries_scope" ON "deliveries" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from notices n where n.id = deliveries.notice_id));--> statement-breakpoint
CREATE POLICY "deliveries_worker" ON "deliveries" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "delivery_bundles_scope" ON "delivery_bundles" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from deliveries d where d.bundle_id = delivery_bundles.id));--> statement-breakpoint
CREATE POLICY "delivery_bundles_worker" ON "delivery_bundles" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "webhook_endpoints_own_unit" ON "webhook_endpoints" AS PERMISSIVE FOR ALL TO "tongban_api" USING ("webhook_endpoints"."unit_code" = current_setting('tongban.unit', true)) WITH CHECK ("webhook_endpoints"."unit_code" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "webhook_endpoints_worker" ON "webhook_endpoints" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);