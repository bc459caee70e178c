ALTER TABLE "error_log" ADD COLUMN "cause" text;--> statement-breakpoint
CREATE INDEX "error_log_district_id_cause_occurred_at_index" ON "error_log" USING btree ("district_id","cause","occurred_at");