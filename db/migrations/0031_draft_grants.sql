GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO tongban_api;
--> statement-breakpoint
GRANT SELECT, DELETE ON drafts TO tongban_worker;
