CREATE TABLE "attachment_chunks" (
	"attachment_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "attachment_chunks_attachment_id_n_pk" PRIMARY KEY("attachment_id","n")
);
--> statement-breakpoint
ALTER TABLE "attachment_chunks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stray_blobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"chunks" integer NOT NULL,
	"removable_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "stray_blobs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "pages" integer;--> statement-breakpoint
-- What was there until now, the database kept.
ALTER TABLE "attachments" ADD COLUMN "kept_in" text NOT NULL DEFAULT 'database';--> statement-breakpoint
ALTER TABLE "attachments" ALTER COLUMN "kept_in" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "attachment_chunks" ADD CONSTRAINT "attachment_chunks_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Images and PDFs are compressed already.
ALTER TABLE "attachment_chunks" ALTER COLUMN "content" SET STORAGE EXTERNAL;--> statement-breakpoint
INSERT INTO "attachment_chunks" ("attachment_id", "n", "content")
SELECT a."id", n, substring(a."content" FROM n * 1048576 + 1 FOR 1048576)
FROM "attachments" a, generate_series(0, (octet_length(a."content") - 1) / 1048576) AS n
WHERE octet_length(a."content") > 0;--> statement-breakpoint
ALTER TABLE "attachments" DROP COLUMN "content";--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_kept_in" CHECK ("attachments"."kept_in" in ('database', 'object_store'));--> statement-breakpoint
CREATE POLICY "attachment_chunks_of_attachment" ON "attachment_chunks" AS PERMISSIVE FOR ALL TO "tongban_api" USING (exists (select 1 from attachments a where a.id = attachment_chunks.attachment_id));--> statement-breakpoint
CREATE POLICY "attachment_chunks_worker" ON "attachment_chunks" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "stray_blobs_api" ON "stray_blobs" AS PERMISSIVE FOR ALL TO "tongban_api" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "stray_blobs_worker" ON "stray_blobs" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
GRANT SELECT, INSERT ON attachment_chunks TO tongban_api;
GRANT SELECT ON attachment_chunks TO tongban_worker;
-- An upload strikes out what it noted; what it could not finish, and what retention leaves, the worker removes. FOR
-- UPDATE asks for the right to change a column.
GRANT SELECT, INSERT, DELETE, UPDATE (removable_at) ON stray_blobs TO tongban_api, tongban_worker;
--> statement-breakpoint
-- Whoever deletes an attachment, retention first of all: the object store cannot be part of the transaction, so what is
-- to be removed from it is noted, to be removed at once.
CREATE FUNCTION note_stray_blob() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO stray_blobs (id, chunks, removable_at)
  VALUES (OLD.id, (OLD.size_bytes + 1048575) / 1048576, to_timestamp(0));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER attachments_deleted AFTER DELETE ON attachments
FOR EACH ROW WHEN (OLD.kept_in = 'object_store') EXECUTE FUNCTION note_stray_blob();
