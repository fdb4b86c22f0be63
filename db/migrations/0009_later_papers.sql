-- Until now every paper came with the application, from whoever accepted it.
ALTER TABLE "attachments" ADD COLUMN "added_by" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "added_at" timestamp(3) with time zone;--> statement-breakpoint
UPDATE "attachments" p SET "added_by" = a."acceptance" #>> '{by,officerId}', "added_at" = a."submitted_at"
FROM "applications" a WHERE a."case_no" = p."case_no";--> statement-breakpoint
ALTER TABLE "attachments" ALTER COLUMN "added_by" SET NOT NULL, ALTER COLUMN "added_at" SET NOT NULL;
