-- Until now a dossier was bound for a fax machine, once, and for nothing else.
ALTER TABLE "dossier_files" ADD COLUMN "channel" text NOT NULL DEFAULT 'fax', ADD COLUMN "edition" integer NOT NULL DEFAULT 1;--> statement-breakpoint
ALTER TABLE "dossier_files" ALTER COLUMN "channel" DROP DEFAULT, ALTER COLUMN "edition" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "dossier_files" DROP CONSTRAINT "dossier_files_case_no_n_pk";--> statement-breakpoint
ALTER TABLE "dossier_files" ADD CONSTRAINT "dossier_files_case_no_n_channel_edition_pk" PRIMARY KEY("case_no","n","channel","edition");
