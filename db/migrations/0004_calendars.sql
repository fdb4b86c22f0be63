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
ALTER TABLE "calendar_rollouts" ADD CONSTRAINT "calendar_rollouts_version_calendar_publications_version_fk" FOREIGN KEY ("version") REFERENCES "public"."calendar_publications"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_publications_of_version" ON "calendar_publications" USING btree ("version_id","n" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_versions_one_in_force" ON "calendar_versions" USING btree ("year",coalesce("region", '')) WHERE "calendar_versions"."published_at" is not null and "calendar_versions"."superseded_at" is null;