CREATE TABLE "column_mapping" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"content_key" text NOT NULL,
	"columns" jsonb NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"confirmed_by" text NOT NULL,
	CONSTRAINT "column_mapping_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "column_mapping_districtId_contentKey_unique" UNIQUE("district_id","content_key")
);
--> statement-breakpoint
select app.distribute('column_mapping', 'district_id');
--> statement-breakpoint
select app.protect('column_mapping');
