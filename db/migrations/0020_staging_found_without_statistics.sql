DROP INDEX "staged_staff_district_id_run_id_staff_number_key_index";--> statement-breakpoint
DROP INDEX "staged_staff_new_titles";--> statement-breakpoint
ALTER TABLE "staged_staff" DROP CONSTRAINT "staged_staff_district_id_call_id_line_pk";--> statement-breakpoint
ALTER TABLE "staged_staff" ADD CONSTRAINT "staged_staff_call_id_line_district_id_pk" PRIMARY KEY("call_id","line","district_id");--> statement-breakpoint
CREATE INDEX "staged_staff_run_id_staff_number_key_index" ON "staged_staff" USING btree ("run_id","staff_number_key");--> statement-breakpoint
CREATE INDEX "staged_staff_new_titles" ON "staged_staff" USING btree ("call_id","line") WHERE new_titles is not null;