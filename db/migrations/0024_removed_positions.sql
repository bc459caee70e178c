ALTER TABLE "difference" ADD COLUMN "removes_position" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "difference" ALTER COLUMN "removes_position" DROP DEFAULT;
--> statement-breakpoint
-- Rewritten for the same reason as sync_run.kind: a report that is validated already may still be committed. Until now the rule told it.
ALTER TABLE "difference" ALTER COLUMN "removes_position" SET DATA TYPE boolean
  USING section = 'assignments' and campus is not null and why ->> 'rule' = 'POS-10';
--> statement-breakpoint
ALTER TABLE "difference" ALTER COLUMN "removes_position" SET DEFAULT false;
