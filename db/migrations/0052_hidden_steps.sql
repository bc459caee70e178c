CREATE TABLE "hidden_steps" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"open" text[] NOT NULL,
	CONSTRAINT "hidden_steps_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "hidden_steps_districtId_userId_unique" UNIQUE("district_id","user_id")
);
--> statement-breakpoint
select app.distribute('hidden_steps', 'district_id');
--> statement-breakpoint
ALTER TABLE "hidden_steps" ADD CONSTRAINT "hidden_steps_district_id_user_id_app_user_district_id_id_fk" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."app_user"("district_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
select app.protect('hidden_steps');
