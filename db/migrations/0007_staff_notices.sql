CREATE TABLE "staff_notice" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"window_id" uuid NOT NULL,
	"event" text NOT NULL,
	"staff_number" text NOT NULL,
	"name" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_notice_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff_notice_window" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"window_id" uuid,
	"ends_at" timestamp with time zone,
	CONSTRAINT "staff_notice_window_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "staff_notice_window_districtId_unique" UNIQUE("district_id")
);
--> statement-breakpoint
select app.distribute('staff_notice', 'district_id');
--> statement-breakpoint
select app.distribute('staff_notice_window', 'district_id');
--> statement-breakpoint
CREATE INDEX "staff_notice_district_id_window_id_index" ON "staff_notice" USING btree ("district_id","window_id");
--> statement-breakpoint
select app.protect('staff_notice');
--> statement-breakpoint
select app.protect('staff_notice_window');
