CREATE TABLE "feed" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"source" jsonb NOT NULL,
	"secret_cipher" "bytea",
	"host_key" text,
	"mapping" text,
	"days" integer[] NOT NULL,
	"at" text NOT NULL,
	"policy" text NOT NULL,
	"sets_aside" boolean NOT NULL,
	"max_age_hours" integer,
	"least_percent" integer,
	"next_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "feed_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "feed_run" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"trigger" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"requested_by" text NOT NULL,
	"status" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"file_name" text,
	"bytes" bigint,
	"sha256" text,
	"rows" integer,
	"run_id" uuid,
	"job_id" uuid,
	"reason" text,
	CONSTRAINT "feed_run_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
select app.distribute('feed', 'district_id');
--> statement-breakpoint
select app.distribute('feed_run', 'district_id');
--> statement-breakpoint
ALTER TABLE "feed_run" ADD CONSTRAINT "feed_run_district_id_feed_id_feed_district_id_id_fk" FOREIGN KEY ("district_id","feed_id") REFERENCES "public"."feed"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_run" ADD CONSTRAINT "feed_run_district_id_run_id_sync_run_district_id_id_fk" FOREIGN KEY ("district_id","run_id") REFERENCES "public"."sync_run"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "feed_name" ON "feed" USING btree ("district_id",lower("name")) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "feed_run_district_id_feed_id_requested_at_index" ON "feed_run" USING btree ("district_id","feed_id","requested_at");--> statement-breakpoint
CREATE INDEX "feed_run_district_id_run_id_index" ON "feed_run" USING btree ("district_id","run_id");--> statement-breakpoint
CREATE INDEX "feed_run_district_id_job_id_index" ON "feed_run" USING btree ("district_id","job_id");--> statement-breakpoint
CREATE UNIQUE INDEX "feed_run_one_live" ON "feed_run" USING btree ("district_id","feed_id") WHERE status in ('queued', 'running');
--> statement-breakpoint
select app.protect('feed');
--> statement-breakpoint
select app.protect('feed_run');
