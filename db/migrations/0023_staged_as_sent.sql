ALTER TABLE "staged_staff" ADD COLUMN "sent" text;
--> statement-breakpoint
-- A record that was staged before is kept as Campus read it: how it was sent is not known any more. It has no SSN.
UPDATE "staged_staff" SET "sent" = "record";
--> statement-breakpoint
ALTER TABLE "staged_staff" ALTER COLUMN "sent" SET NOT NULL;
