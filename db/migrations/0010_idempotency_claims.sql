ALTER TABLE "idempotency_key" ADD COLUMN "begun" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotency_key" ADD COLUMN "attempt" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotency_key" ADD COLUMN "claimed_at" timestamp with time zone NOT NULL;