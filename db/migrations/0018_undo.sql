ALTER TABLE "change_journal" DROP CONSTRAINT "change_journal_district_id_person_id_person_district_id_id_fk";
--> statement-breakpoint
DROP INDEX "change_journal_district_id_run_id_index";--> statement-breakpoint
ALTER TABLE "sync_job" ADD COLUMN "removed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_run" ADD COLUMN "undoes" uuid;--> statement-breakpoint
ALTER TABLE "sync_run" ADD CONSTRAINT "sync_run_district_id_undoes_sync_run_district_id_id_fk" FOREIGN KEY ("district_id","undoes") REFERENCES "public"."sync_run"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_journal_district_id_run_id_person_id_index" ON "change_journal" USING btree ("district_id","run_id","person_id");--> statement-breakpoint
CREATE INDEX "sync_run_district_id_undoes_index" ON "sync_run" USING btree ("district_id","undoes");