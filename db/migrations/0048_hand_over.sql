CREATE TABLE "hand_over" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "hand_over_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "hand_over_districtId_tokenHash_unique" UNIQUE("district_id","token_hash")
);
--> statement-breakpoint
select app.distribute('hand_over', 'district_id');
--> statement-breakpoint
ALTER TABLE "api_client" ADD COLUMN "last_used_from" text;--> statement-breakpoint
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_district_id_client_id_api_client_district_id_id_fk" FOREIGN KEY ("district_id","client_id") REFERENCES "public"."api_client"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hand_over_district_id_client_id_index" ON "hand_over" USING btree ("district_id","client_id");
--> statement-breakpoint
select app.protect('hand_over');
