CREATE SEQUENCE "public"."register_query_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 999999999 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "register_queries" (
	"reference" text PRIMARY KEY NOT NULL,
	"command_id" text NOT NULL,
	"case_no" text NOT NULL,
	"officer_id" text NOT NULL,
	"role" text NOT NULL,
	"unit_code" text NOT NULL,
	"purpose" text NOT NULL,
	"reason" text NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"outcome" text DEFAULT 'pending' NOT NULL,
	"answered_at" timestamp(3) with time zone,
	"duration_ms" integer,
	"entry" jsonb,
	CONSTRAINT "register_queries_command_id_unique" UNIQUE("command_id"),
	CONSTRAINT "register_queries_entry_when_found" CHECK (("register_queries"."outcome" = 'found') = ("register_queries"."entry" is not null)),
	CONSTRAINT "register_queries_answered_unless_pending" CHECK (("register_queries"."outcome" = 'pending') = ("register_queries"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "register_queries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "register_queries_of_case" ON "register_queries" USING btree ("case_no","asked_at");--> statement-breakpoint
CREATE POLICY "register_queries_scope" ON "register_queries" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (exists (select 1 from case_scopes s where s.case_no = register_queries.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "register_queries_own" ON "register_queries" AS PERMISSIVE FOR SELECT TO "tongban_api" USING ("register_queries"."unit_code" = current_setting('tongban.unit', true));--> statement-breakpoint
CREATE POLICY "register_queries_ask" ON "register_queries" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (unit_code = current_setting('tongban.unit', true) and outcome = 'pending' and exists (select 1 from case_scopes s where s.case_no = register_queries.case_no and s.unit_code = current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "register_queries_worker" ON "register_queries" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);