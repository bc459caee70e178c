ALTER TABLE "staged_call" ADD COLUMN "sent_by_id" text;--> statement-breakpoint
ALTER TABLE "staged_call" ADD COLUMN "sent_by" text;