DROP INDEX "identity_district_id_last_name_key_index";--> statement-breakpoint
DROP INDEX "person_district_id_updated_at_index";--> statement-breakpoint
CREATE INDEX "identity_by_name" ON "identity" USING btree ("district_id","last_name_key" text_pattern_ops,"first_name_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "person_district_id_birth_date_index" ON "person" USING btree ("district_id","birth_date") WHERE birth_date is not null;