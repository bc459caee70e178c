CREATE TABLE "invitation" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "invitation_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "invitation_districtId_tokenHash_unique" UNIQUE("district_id","token_hash")
);
--> statement-breakpoint
select app.distribute('invitation', 'district_id');
--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_district_id_user_id_app_user_district_id_id_fk" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."app_user"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_district_id_user_id_index" ON "invitation" USING btree ("district_id","user_id");
--> statement-breakpoint
select app.protect('invitation');
