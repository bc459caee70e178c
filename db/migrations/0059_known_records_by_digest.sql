ALTER TABLE "known_record" ADD COLUMN "ssn_cipher" "bytea";--> statement-breakpoint
ALTER TABLE "known_record" ADD COLUMN "ssn_index" "bytea";--> statement-breakpoint
ALTER TABLE "known_record" ADD COLUMN "ssn_last4" text;--> statement-breakpoint
ALTER TABLE "known_record" ADD COLUMN "warnings" text;--> statement-breakpoint
ALTER TABLE "staged_staff" ADD COLUMN "warnings" text;