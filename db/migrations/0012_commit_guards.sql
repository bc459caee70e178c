CREATE TABLE "commit_guard" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"enabled" boolean NOT NULL,
	"least_people" integer NOT NULL,
	"created" integer,
	"renamed" integer,
	"ended" integer,
	"changed" integer,
	"positions_removed" integer,
	"shrunk" integer,
	"second_person" boolean NOT NULL,
	CONSTRAINT "commit_guard_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "commit_guard_districtId_unique" UNIQUE("district_id")
);
--> statement-breakpoint
CREATE TABLE "commit_hold" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"validation_id" uuid NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"requested_by" text NOT NULL,
	"requested_by_id" uuid,
	"limits" jsonb NOT NULL,
	"approved_at" timestamp with time zone,
	"approved_by" text,
	"reason" text,
	CONSTRAINT "commit_hold_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "commit_hold_districtId_validationId_unique" UNIQUE("district_id","validation_id")
);
--> statement-breakpoint
CREATE TABLE "held_out" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_number_key" text NOT NULL,
	"staff_number" text NOT NULL,
	"reason" text NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"held_by" text NOT NULL,
	CONSTRAINT "held_out_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "held_out_districtId_staffNumberKey_unique" UNIQUE("district_id","staff_number_key")
);
--> statement-breakpoint
select app.distribute('commit_guard', 'district_id');
--> statement-breakpoint
select app.distribute('commit_hold', 'district_id');
--> statement-breakpoint
select app.distribute('held_out', 'district_id');
--> statement-breakpoint
ALTER TABLE "difference" ADD COLUMN "counted" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
ALTER TABLE "commit_hold" ADD CONSTRAINT "commit_hold_district_id_run_id_sync_run_district_id_id_fk" FOREIGN KEY ("district_id","run_id") REFERENCES "public"."sync_run"("district_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "commit_hold_district_id_run_id_index" ON "commit_hold" USING btree ("district_id","run_id");
--> statement-breakpoint
select app.protect('commit_guard');
--> statement-breakpoint
select app.protect('commit_hold');
--> statement-breakpoint
select app.protect('held_out');
