ALTER TABLE "change_journal" ADD COLUMN "origin" text;
--> statement-breakpoint
-- Rewritten for the same reason as sync_run.kind. Until now the rules told who made a change; merges had the rule of edits.
ALTER TABLE "change_journal" ALTER COLUMN "origin" SET DATA TYPE text USING case
  when run_id is not null and not jsonb_path_exists(changes, '$[*] ? (@.rule != "UNDO-1")') then 'undo'
  when run_id is not null or jsonb_path_exists(changes, '$[*] ? (@.rule != "CHK-2" && @.rule != "CMB-1")') then 'hr'
  when jsonb_path_exists(changes, '$[*] ? (@.rule == "CMB-1")') then 'combine'
  when jsonb_path_exists(changes, '$[*] ? (@.table != "householdLocation")') then 'campus'
  else 'merge' end;
--> statement-breakpoint
ALTER TABLE "change_journal" ALTER COLUMN "origin" SET NOT NULL;
