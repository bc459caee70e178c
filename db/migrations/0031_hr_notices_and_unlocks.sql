CREATE TABLE "hr_notice" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hr_notice_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "hr_notice_districtId_personId_subject_unique" UNIQUE("district_id","person_id","subject")
);
--> statement-breakpoint
CREATE TABLE "emergency_unlock" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"unlocked_at" timestamp with time zone NOT NULL,
	"unlocked_by" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"locked_at" timestamp with time zone,
	"locked_by" text,
	CONSTRAINT "emergency_unlock_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
select app.distribute('hr_notice', 'district_id');
--> statement-breakpoint
select app.distribute('emergency_unlock', 'district_id');
--> statement-breakpoint
ALTER TABLE "hr_notice" ADD CONSTRAINT "hr_notice_district_id_person_id_person_district_id_id_fk" FOREIGN KEY ("district_id","person_id") REFERENCES "public"."person"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hr_notice_district_id_subject_index" ON "hr_notice" USING btree ("district_id","subject");--> statement-breakpoint
CREATE INDEX "emergency_unlock_district_id_person_id_until_index" ON "emergency_unlock" USING btree ("district_id","person_id","until");--> statement-breakpoint
select app.protect('hr_notice');
--> statement-breakpoint
select app.protect('emergency_unlock');
