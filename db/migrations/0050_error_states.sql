ALTER TABLE "error_log" ADD COLUMN "state" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "error_log" ADD COLUMN "state_by" text;--> statement-breakpoint
ALTER TABLE "error_log" ADD COLUMN "state_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "error_log_district_id_state_occurred_at_index" ON "error_log" USING btree ("district_id","state","occurred_at");