ALTER TABLE "request_log" ADD COLUMN "calls" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "request_log" ADD COLUMN "repeat_key" text;--> statement-breakpoint
ALTER TABLE "staged_call" ADD COLUMN "bytes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "request_log" ADD CONSTRAINT "request_log_districtId_repeatKey_unique" UNIQUE("district_id","repeat_key");