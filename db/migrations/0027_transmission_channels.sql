ALTER TABLE "transmissions" ADD COLUMN "addressee" text DEFAULT 'liaison_officer' NOT NULL;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "dossier_sha256" text;--> statement-breakpoint
ALTER TABLE "transmissions" ADD COLUMN "fax_number" text;