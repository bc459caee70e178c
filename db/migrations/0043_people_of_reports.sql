CREATE TABLE "reviewed_change" (
	"district_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"staff_number_key" text NOT NULL,
	"digest" text NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reviewed_change_district_id_user_id_staff_number_key_pk" PRIMARY KEY("district_id","user_id","staff_number_key")
);
--> statement-breakpoint
select app.distribute('reviewed_change', 'district_id');
--> statement-breakpoint
ALTER TABLE "difference" ADD COLUMN "person_key" text;--> statement-breakpoint
ALTER TABLE "difference" ADD COLUMN "tags" text[];--> statement-breakpoint
ALTER TABLE "difference" ADD COLUMN "digest" text;--> statement-breakpoint
ALTER TABLE "difference" ADD COLUMN "warnings" jsonb;--> statement-breakpoint
ALTER TABLE "validation" ADD COLUMN "facets" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "reviewed_change" ADD CONSTRAINT "reviewed_change_district_id_user_id_app_user_district_id_id_fk" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."app_user"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "difference_district_id_validation_id_person_key_index" ON "difference" USING btree ("district_id","validation_id","person_key");
--> statement-breakpoint
select app.protect('reviewed_change');
