CREATE TABLE "held_file" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"owner_id" text,
	"file_name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"stored_bytes" bigint DEFAULT 0 NOT NULL,
	"sha256" text,
	"step" text NOT NULL,
	"choices_cipher" "bytea",
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "held_file_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
CREATE TABLE "held_file_part" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"cipher" "bytea" NOT NULL,
	CONSTRAINT "held_file_part_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
select app.distribute('held_file', 'district_id');
--> statement-breakpoint
select app.distribute('held_file_part', 'district_id');
--> statement-breakpoint
ALTER TABLE "column_mapping" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "column_mapping" ADD COLUMN "version" integer;--> statement-breakpoint
ALTER TABLE "column_mapping" ADD COLUMN "rules" jsonb;--> statement-breakpoint
ALTER TABLE "held_file_part" ADD CONSTRAINT "held_file_part_district_id_file_id_held_file_district_id_id_fk" FOREIGN KEY ("district_id","file_id") REFERENCES "public"."held_file"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "held_file_district_id_owner_id_index" ON "held_file" USING btree ("district_id","owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "held_file_part_place" ON "held_file_part" USING btree ("district_id","file_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "column_mapping_version" ON "column_mapping" USING btree ("district_id","name","version");
--> statement-breakpoint
select app.protect('held_file');
--> statement-breakpoint
select app.protect('held_file_part');
