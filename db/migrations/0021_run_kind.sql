ALTER TABLE "sync_run" ADD COLUMN "kind" text;
--> statement-breakpoint
-- Row level security binds the owner, too: an update would find no rows. Rewriting the column finds them all.
ALTER TABLE "sync_run" ALTER COLUMN "kind" SET DATA TYPE text
  USING case when "undoes" is null then 'synchronization' else 'undo' end;
--> statement-breakpoint
ALTER TABLE "sync_run" ALTER COLUMN "kind" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "sync_run" ADD CONSTRAINT "sync_run_undo_has_its_run" CHECK ((kind = 'undo') = (undoes is not null));
