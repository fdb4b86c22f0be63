GRANT SELECT, INSERT ON intake_records TO tongban_api;
GRANT SELECT ON intake_records TO tongban_worker;
--> statement-breakpoint
-- A station reports what it refused with the refusal itself, to the units above it.
GRANT INSERT ON notices TO tongban_api;
GRANT USAGE ON SEQUENCE notices_id_seq TO tongban_api;
--> statement-breakpoint
-- Retention takes out what a rejection says of a person.
GRANT UPDATE (personal) ON rejections TO tongban_worker;
