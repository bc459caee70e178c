CREATE TABLE "favourite" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"path" text NOT NULL,
	CONSTRAINT "favourite_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "favourite_districtId_userId_path_unique" UNIQUE("district_id","user_id","path")
);
--> statement-breakpoint
select app.distribute('favourite', 'district_id');
--> statement-breakpoint
ALTER TABLE "favourite" ADD CONSTRAINT "favourite_district_id_user_id_app_user_district_id_id_fk" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."app_user"("district_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
select app.protect('favourite');
