ALTER TABLE "app_user" ADD COLUMN "totp_cipher" "bytea";--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "totp_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "totp_step" integer;