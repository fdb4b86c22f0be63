-- The API records that somebody asks; what came of it only the worker may write, and nobody removes either.
GRANT SELECT, INSERT ON register_queries TO tongban_api;
GRANT USAGE ON SEQUENCE register_query_numbers TO tongban_api;
--> statement-breakpoint
GRANT SELECT, UPDATE (outcome, answered_at, duration_ms, entry) ON register_queries TO tongban_worker;
