ALTER TABLE "error_log" ADD COLUMN "calls" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "error_log" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "error_log" ADD COLUMN "repeat_key" text;--> statement-breakpoint
ALTER TABLE "error_log" ADD CONSTRAINT "error_log_districtId_repeatKey_unique" UNIQUE("district_id","repeat_key");