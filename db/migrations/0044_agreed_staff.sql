CREATE TABLE "agreed_staff" (
	"district_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"rev" bigint NOT NULL,
	"digest" "bytea" NOT NULL,
	"basis" text NOT NULL,
	"planned_on" date NOT NULL,
	"changes_on" date,
	"warnings" jsonb NOT NULL,
	"employments" smallint NOT NULL,
	"assignments" smallint NOT NULL,
	"addresses" smallint NOT NULL,
	CONSTRAINT "agreed_staff_district_id_person_id_pk" PRIMARY KEY("district_id","person_id")
);
--> statement-breakpoint
select app.distribute('agreed_staff', 'district_id');
--> statement-breakpoint
select app.protect('agreed_staff');
