CREATE TABLE "codes_seen" (
	"district_id" uuid NOT NULL,
	"basis" uuid NOT NULL,
	"codes" jsonb NOT NULL,
	CONSTRAINT "codes_seen_district_id_pk" PRIMARY KEY("district_id")
);
--> statement-breakpoint
select app.distribute('codes_seen', 'district_id');
--> statement-breakpoint
select app.protect('codes_seen');
