-- A notice is never changed; the dispatcher only notes that it has decided on its ways out.
GRANT UPDATE (planned_at) ON notices TO tongban_worker;
GRANT SELECT, INSERT ON deliveries TO tongban_worker;
GRANT SELECT, INSERT, UPDATE ON delivery_bundles TO tongban_worker;
GRANT SELECT ON webhook_endpoints TO tongban_worker;
--> statement-breakpoint
GRANT SELECT ON deliveries, delivery_bundles TO tongban_api;
GRANT SELECT, INSERT ON webhook_endpoints TO tongban_api;
GRANT UPDATE (removed_at) ON webhook_endpoints TO tongban_api;
--> statement-breakpoint
-- What was written before there were ways out has been read where it stands: nobody is written to about it now.
UPDATE notices SET planned_at = created_at;
