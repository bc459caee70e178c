CREATE TABLE "set_aside_staff" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"run_id" uuid NOT NULL,
	"staff_number" text,
	"staff_number_key" text,
	"hr" jsonb NOT NULL,
	"errors" jsonb NOT NULL,
	"payload" text,
	CONSTRAINT "set_aside_staff_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
select app.distribute('set_aside_staff', 'district_id');--> statement-breakpoint
ALTER TABLE "set_aside_staff" ADD CONSTRAINT "set_aside_staff_district_id_run_id_sync_run_district_id_id_fk" FOREIGN KEY ("district_id","run_id") REFERENCES "public"."sync_run"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "set_aside_staff_place" ON "set_aside_staff" USING btree ("district_id","call_id","line");--> statement-breakpoint
CREATE INDEX "set_aside_staff_district_id_run_id_staff_number_key_index" ON "set_aside_staff" USING btree ("district_id","run_id","staff_number_key");--> statement-breakpoint
select app.protect('set_aside_staff');
