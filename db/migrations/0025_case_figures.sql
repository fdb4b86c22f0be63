CREATE TABLE "case_figures" (
	"case_no" text PRIMARY KEY NOT NULL,
	"accepting_station" text NOT NULL,
	"accepting_county" text,
	"accepting_city" text,
	"accepting_province" text NOT NULL,
	"home_station" text NOT NULL,
	"home_county" text,
	"home_city" text,
	"home_province" text NOT NULL,
	"accepted_on" date NOT NULL,
	"closed_on" date,
	"answered_in_time" boolean,
	"working_days" smallint,
	"unsigned" boolean NOT NULL,
	"referral" text,
	"certificate" text,
	"filing_in_time" boolean,
	"blue_rungs" smallint NOT NULL,
	"yellow_rungs" smallint NOT NULL,
	"red_rungs" smallint NOT NULL,
	"replies_demanded" smallint NOT NULL,
	"replies_in_time" smallint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_figures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "case_figures_accepting_station" ON "case_figures" USING btree ("accepting_station","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_accepting_county" ON "case_figures" USING btree ("accepting_county","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_accepting_city" ON "case_figures" USING btree ("accepting_city","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_accepting_province" ON "case_figures" USING btree ("accepting_province","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_home_station" ON "case_figures" USING btree ("home_station","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_home_county" ON "case_figures" USING btree ("home_county","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_home_city" ON "case_figures" USING btree ("home_city","accepted_on");--> statement-breakpoint
CREATE INDEX "case_figures_home_province" ON "case_figures" USING btree ("home_province","accepted_on");--> statement-breakpoint
CREATE POLICY "case_figures_scope" ON "case_figures" AS PERMISSIVE FOR SELECT TO "tongban_api" USING (current_setting('tongban.unit', true) in ("case_figures"."accepting_station", "case_figures"."accepting_county", "case_figures"."accepting_city", "case_figures"."accepting_province", "case_figures"."home_station", "case_figures"."home_county", "case_figures"."home_city", "case_figures"."home_province"));--> statement-breakpoint
CREATE POLICY "case_figures_worker" ON "case_figures" AS PERMISSIVE FOR ALL TO "tongban_worker" USING (true) WITH CHECK (true);