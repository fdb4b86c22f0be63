ALTER TABLE "transmissions" ALTER COLUMN "delivered_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "kind" text DEFAULT 'case' NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "urgency" text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "handed_over_at" timestamp(3) with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "pages" integer NOT NULL;