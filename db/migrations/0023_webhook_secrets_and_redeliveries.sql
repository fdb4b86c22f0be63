CREATE TABLE "redeliveries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"bundle_id" uuid NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"earlier_status" text NOT NULL,
	"earlier_at" timestamp(3) with time zone NOT NULL,
	"taken_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "redeliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD COLUMN "previous_secret" "sealed_json";--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD COLUMN "previous_secret_until" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "redeliveries" ADD CONSTRAINT "redeliveries_bundle_id_delivery_bundles_id_fk" FOREIGN KEY ("bundle_id") REFERENCES "public"."delivery_bundles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "redeliveries_of_bundle" ON "redeliveries" USING btree ("bundle_id");--> statement-breakpoint
CREATE UNIQUE INDEX "redeliveries_open" ON "redeliveries" USING btree ("bundle_id") WHERE "redeliveries"."taken_at" is null;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_previous_secret" CHECK (num_nulls("webhook_endpoints"."previous_secret", "webhook_endpoints"."previous_secret_until") in (0, 2));--> statement-breakpoint
CREATE POLICY "delivery_bundles_own_endpoint" ON "delivery_bundles" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (channel = 'webhook' and exists (select 1 from webhook_endpoints e where delivery_bundles.destination = 'endpoint/' || e.id));--> statement-breakpoint
CREATE POLICY "redeliveries_own_endpoint" ON "redeliveries" AS PERMISSIVE FOR ALL TO "tongban_api" USING (exists (
  select 1 from delivery_bundles b join webhook_endpoints e on b.destination = 'endpoint/' || e.id
  where b.id = redeliveries.bundle_id)) WITH CHECK (taken_at is null and exists (
  select 1 from delivery_bundles b join webhook_endpoints e on b.destination = 'endpoint/' || e.id
  where b.id = redeliveries.bundle_id));--> statement-breakpoint
CREATE POLICY "redeliveries_worker" ON "redeliveries" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE webhook_endpoints ALTER COLUMN previous_secret SET STORAGE EXTERNAL;
--> statement-breakpoint
GRANT UPDATE (secret, previous_secret, previous_secret_until) ON webhook_endpoints TO tongban_api;
--> statement-breakpoint
-- Who asked for a message again is never changed; the dispatcher only notes that it has taken it up.
GRANT SELECT, INSERT ON redeliveries TO tongban_api;
GRANT USAGE ON SEQUENCE redeliveries_id_seq TO tongban_api;
GRANT SELECT, UPDATE (taken_at) ON redeliveries TO tongban_worker;
