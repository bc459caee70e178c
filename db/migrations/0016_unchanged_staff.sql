CREATE TABLE "unchanged_staff" (
	"district_id" uuid NOT NULL,
	"validation_id" uuid NOT NULL,
	"first_seq" integer NOT NULL,
	"seqs" integer[] NOT NULL,
	"person_ids" uuid[] NOT NULL,
	"revs" bigint[] NOT NULL,
	"warnings" jsonb NOT NULL,
	"kept_positions" uuid[] NOT NULL,
	"kept_by" uuid[] NOT NULL,
	CONSTRAINT "unchanged_staff_district_id_validation_id_first_seq_pk" PRIMARY KEY("district_id","validation_id","first_seq")
);
--> statement-breakpoint
select app.distribute('unchanged_staff', 'district_id');
--> statement-breakpoint
ALTER TABLE "validation" ADD COLUMN "basis" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "unchanged_staff" ADD CONSTRAINT "unchanged_staff_district_id_validation_id_validation_district_id_id_fk" FOREIGN KEY ("district_id","validation_id") REFERENCES "public"."validation"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
select app.protect('unchanged_staff');
