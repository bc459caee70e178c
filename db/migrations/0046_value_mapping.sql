CREATE TABLE "unknown_value" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"records" integer NOT NULL,
	"last_sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unknown_value_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "unknown_value_districtId_clientId_kind_value_unique" UNIQUE("district_id","client_id","kind","value")
);
--> statement-breakpoint
CREATE TABLE "value_mapping" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"code" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" text NOT NULL,
	CONSTRAINT "value_mapping_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "value_mapping_districtId_clientId_kind_value_unique" UNIQUE("district_id","client_id","kind","value")
);
--> statement-breakpoint
select app.distribute('unknown_value', 'district_id');
--> statement-breakpoint
select app.distribute('value_mapping', 'district_id');
--> statement-breakpoint
ALTER TABLE "staged_call" ADD COLUMN "unknown_values" jsonb;--> statement-breakpoint
ALTER TABLE "unknown_value" ADD CONSTRAINT "unknown_value_district_id_client_id_api_client_district_id_id_fk" FOREIGN KEY ("district_id","client_id") REFERENCES "public"."api_client"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "value_mapping" ADD CONSTRAINT "value_mapping_district_id_client_id_api_client_district_id_id_fk" FOREIGN KEY ("district_id","client_id") REFERENCES "public"."api_client"("district_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
select app.protect('unknown_value');
--> statement-breakpoint
select app.protect('value_mapping');
