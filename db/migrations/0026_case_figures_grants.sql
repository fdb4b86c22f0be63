GRANT SELECT ON case_figures TO tongban_api;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON case_figures TO tongban_worker;
