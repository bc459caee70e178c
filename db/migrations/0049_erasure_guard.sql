ALTER TABLE "commit_guard" ADD COLUMN "erased" integer DEFAULT 5;--> statement-breakpoint
ALTER TABLE "commit_guard" ALTER COLUMN "erased" DROP DEFAULT;
