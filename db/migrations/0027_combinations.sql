CREATE TABLE "combination" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"base_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"other_name" text NOT NULL,
	"other_rev" bigint NOT NULL,
	"rev" bigint NOT NULL,
	"moved" jsonb NOT NULL,
	"combined_at" timestamp with time zone NOT NULL,
	"combined_by" text NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" text,
	CONSTRAINT "combination_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
select app.distribute('combination', 'district_id');
--> statement-breakpoint
CREATE INDEX "combination_district_id_base_id_index" ON "combination" USING btree ("district_id","base_id");
--> statement-breakpoint
select app.protect('combination');
