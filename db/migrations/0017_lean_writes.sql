ALTER TABLE "change_journal" DROP CONSTRAINT "change_journal_district_id_run_id_sync_run_district_id_id_fk";
--> statement-breakpoint
ALTER TABLE "difference" DROP CONSTRAINT "difference_district_id_validation_id_validation_district_id_id_fk";
--> statement-breakpoint
ALTER TABLE "sync_result" DROP CONSTRAINT "sync_result_district_id_run_id_sync_run_district_id_id_fk";
--> statement-breakpoint
CREATE INDEX "staged_staff_new_titles" ON "staged_staff" USING btree ("district_id","call_id","line") WHERE new_titles is not null;--> statement-breakpoint
-- Postgres would compile for half a second what then runs for a tenth: estimates of big districts are high.
create or replace function app.set_district(district uuid) returns void language plpgsql as $$
begin
  execute format('set local app.district_id = %L', district);
  set local jit = off;
end
$$;
