ALTER TABLE "idempotency_keys" ADD COLUMN "reference" text;--> statement-breakpoint
GRANT UPDATE (reference) ON idempotency_keys TO tongban_api;
