CREATE TABLE "recovery_code" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"code_index" "bytea" NOT NULL,
	CONSTRAINT "recovery_code_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "recovery_code_districtId_userId_codeIndex_unique" UNIQUE("district_id","user_id","code_index")
);
--> statement-breakpoint
select app.distribute('recovery_code', 'district_id');
--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "password_temporary" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "browser" text;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_district_id_user_id_app_user_district_id_id_fk" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."app_user"("district_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
select app.protect('recovery_code');
