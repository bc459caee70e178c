CREATE TABLE "identity_provider" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"settings" jsonb NOT NULL,
	"secret_cipher" "bytea",
	"enabled" boolean DEFAULT false NOT NULL,
	"passwords_off" boolean DEFAULT false NOT NULL,
	"tested_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "identity_provider_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "identity_provider_districtId_unique" UNIQUE("district_id")
);
--> statement-breakpoint
CREATE TABLE "linked_identity" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"subject_hash" "bytea" NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "linked_identity_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "linked_identity_districtId_userId_unique" UNIQUE("district_id","user_id"),
	CONSTRAINT "linked_identity_districtId_subjectHash_unique" UNIQUE("district_id","subject_hash")
);
--> statement-breakpoint
CREATE TABLE "provider_visit" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"browser_hash" "bytea" NOT NULL,
	"user_id" uuid,
	"return_to" text NOT NULL,
	"address" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"problem" text,
	"found" jsonb,
	CONSTRAINT "provider_visit_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "provider_visit_districtId_tokenHash_unique" UNIQUE("district_id","token_hash")
);
--> statement-breakpoint
select app.distribute('identity_provider', 'district_id');
--> statement-breakpoint
select app.distribute('linked_identity', 'district_id');
--> statement-breakpoint
select app.distribute('provider_visit', 'district_id');
--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "emergency" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "single_sign_on" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "linked_identity" ADD CONSTRAINT "linked_identity_district_id_user_id_app_user_district_id_id_fk" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."app_user"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_visit" ADD CONSTRAINT "provider_visit_district_id_user_id_app_user_district_id_id_fk" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."app_user"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "provider_visit_district_id_address_started_at_index" ON "provider_visit" USING btree ("district_id","address","started_at");--> statement-breakpoint
CREATE INDEX "provider_visit_district_id_user_id_index" ON "provider_visit" USING btree ("district_id","user_id");
--> statement-breakpoint
select app.protect('identity_provider');
--> statement-breakpoint
select app.protect('linked_identity');
--> statement-breakpoint
select app.protect('provider_visit');
