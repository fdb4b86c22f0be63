CREATE TABLE "directory_absences" (
	"person_id" uuid NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	CONSTRAINT "directory_absences_person_id_from_date_pk" PRIMARY KEY("person_id","from_date"),
	CONSTRAINT "directory_absences_order" CHECK ("directory_absences"."to_date" >= "directory_absences"."from_date")
);
--> statement-breakpoint
ALTER TABLE "directory_absences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "directory_persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"post" text NOT NULL,
	"name" text NOT NULL,
	"telephone" text NOT NULL,
	"email" text,
	"fax_number" text,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"last_confirmed_on" date NOT NULL,
	"version" integer NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "directory_persons_term" CHECK ("directory_persons"."valid_until" is null or "directory_persons"."valid_until" >= "directory_persons"."valid_from")
);
--> statement-breakpoint
ALTER TABLE "directory_persons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "station_contacts" (
	"unit_code" text PRIMARY KEY NOT NULL,
	"duty_telephone" text,
	"fax_numbers" text[] NOT NULL,
	"group_robot_url" text,
	"last_confirmed_on" date NOT NULL,
	"successor" text,
	"successor_since" date,
	"version" integer NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "station_contacts_succession" CHECK (("station_contacts"."successor" is null) = ("station_contacts"."successor_since" is null) and "station_contacts"."successor" <> "station_contacts"."unit_code")
);
--> statement-breakpoint
ALTER TABLE "station_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "directory_absences" ADD CONSTRAINT "directory_absences_person_id_directory_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."directory_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "directory_persons_of_unit" ON "directory_persons" USING btree ("unit_code","id");--> statement-breakpoint
CREATE POLICY "directory_absences_read" ON "directory_absences" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (current_setting('tongban.unit', true) <> '');--> statement-breakpoint
CREATE POLICY "directory_absences_add" ON "directory_absences" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (exists (select 1 from directory_persons p where p.id = person_id and unit_within(p.unit_code, current_setting('tongban.unit', true))));--> statement-breakpoint
CREATE POLICY "directory_absences_change" ON "directory_absences" AS PERMISSIVE FOR UPDATE TO "tongban_api" USING (exists (select 1 from directory_persons p where p.id = person_id and unit_within(p.unit_code, current_setting('tongban.unit', true)))) WITH CHECK (exists (select 1 from directory_persons p where p.id = person_id and unit_within(p.unit_code, current_setting('tongban.unit', true))));--> statement-breakpoint
CREATE POLICY "directory_absences_remove" ON "directory_absences" AS PERMISSIVE FOR DELETE TO "tongban_api" USING (exists (select 1 from directory_persons p where p.id = person_id and unit_within(p.unit_code, current_setting('tongban.unit', true))));--> statement-breakpoint
CREATE POLICY "directory_absences_worker" ON "directory_absences" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "directory_persons_read" ON "directory_persons" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (current_setting('tongban.unit', true) <> '');--> statement-breakpoint
CREATE POLICY "directory_persons_add" ON "directory_persons" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "directory_persons_change" ON "directory_persons" AS PERMISSIVE FOR UPDATE TO "tongban_api" USING (unit_within(unit_code, current_setting('tongban.unit', true))) WITH CHECK (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "directory_persons_remove" ON "directory_persons" AS PERMISSIVE FOR DELETE TO "tongban_api" USING (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "directory_persons_worker" ON "directory_persons" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "station_contacts_read" ON "station_contacts" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (current_setting('tongban.unit', true) <> '');--> statement-breakpoint
CREATE POLICY "station_contacts_add" ON "station_contacts" AS PERMISSIVE FOR INSERT TO "tongban_api" WITH CHECK (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "station_contacts_change" ON "station_contacts" AS PERMISSIVE FOR UPDATE TO "tongban_api" USING (unit_within(unit_code, current_setting('tongban.unit', true))) WITH CHECK (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "station_contacts_remove" ON "station_contacts" AS PERMISSIVE FOR DELETE TO "tongban_api" USING (unit_within(unit_code, current_setting('tongban.unit', true)));--> statement-breakpoint
CREATE POLICY "station_contacts_worker" ON "station_contacts" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);