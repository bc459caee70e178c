CREATE TABLE "mail_choice" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	CONSTRAINT "mail_choice_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "mail_choice_districtId_userId_type_unique" UNIQUE("district_id","user_id","type")
);
--> statement-breakpoint
select app.distribute('mail_choice', 'district_id');
--> statement-breakpoint
ALTER TABLE "mail_choice" ADD CONSTRAINT "mail_choice_district_id_user_id_app_user_district_id_id_fk" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."app_user"("district_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
select app.protect('mail_choice');
