CREATE TABLE "known_record" (
	"district_id" uuid NOT NULL,
	"staff_number_key" text NOT NULL,
	"sent_digest" "bytea" NOT NULL,
	"read_on" date NOT NULL,
	"changes_on" date,
	"record" text NOT NULL,
	"sent" text NOT NULL,
	CONSTRAINT "known_record_district_id_staff_number_key_pk" PRIMARY KEY("district_id","staff_number_key")
);
--> statement-breakpoint
select app.distribute('known_record', 'district_id');
--> statement-breakpoint
ALTER TABLE "staged_staff" ADD COLUMN "sent_digest" "bytea";--> statement-breakpoint
ALTER TABLE "staged_staff" ADD COLUMN "read_on" date;--> statement-breakpoint
ALTER TABLE "staged_staff" ADD COLUMN "changes_on" date;--> statement-breakpoint
select app.protect('known_record');
