CREATE TABLE "commit_schedule" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"validation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"latest_at" timestamp with time zone NOT NULL,
	"scheduled_at" timestamp with time zone NOT NULL,
	"scheduled_by" text NOT NULL,
	"scheduled_by_id" uuid NOT NULL,
	"job_id" uuid,
	"failure" text,
	CONSTRAINT "commit_schedule_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "commit_schedule_districtId_unique" UNIQUE("district_id")
);
--> statement-breakpoint
CREATE TABLE "off_hours" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"days" integer[] NOT NULL,
	"begins" text NOT NULL,
	"ends" text NOT NULL,
	CONSTRAINT "off_hours_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "off_hours_districtId_unique" UNIQUE("district_id")
);
--> statement-breakpoint
select app.distribute('commit_schedule', 'district_id');
--> statement-breakpoint
select app.distribute('off_hours', 'district_id');
--> statement-breakpoint
ALTER TABLE "commit_schedule" ADD CONSTRAINT "commit_schedule_district_id_run_id_sync_run_district_id_id_fk" FOREIGN KEY ("district_id","run_id") REFERENCES "public"."sync_run"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commit_schedule_district_id_run_id_index" ON "commit_schedule" USING btree ("district_id","run_id");
--> statement-breakpoint
select app.protect('commit_schedule');
--> statement-breakpoint
select app.protect('off_hours');
