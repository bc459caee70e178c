CREATE TABLE "alert_setting" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"error_limit" integer NOT NULL,
	"error_hours" integer NOT NULL,
	"silent_days" integer NOT NULL,
	"errors_notified_at" timestamp with time zone,
	CONSTRAINT "alert_setting_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "alert_setting_districtId_unique" UNIQUE("district_id")
);
--> statement-breakpoint
select app.distribute('alert_setting', 'district_id');
--> statement-breakpoint
ALTER TABLE "api_client" ADD COLUMN "silence_notified_at" timestamp with time zone;
--> statement-breakpoint
select app.protect('alert_setting');