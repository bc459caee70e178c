CREATE TABLE "mail" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"link" text NOT NULL,
	"secret_cipher" "bytea",
	"event_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	"outcome" text,
	"problem" text,
	CONSTRAINT "mail_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "mail_districtId_userId_eventKey_unique" UNIQUE("district_id","user_id","event_key")
);
--> statement-breakpoint
select app.distribute('mail', 'district_id');
--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_district_id_user_id_app_user_district_id_id_fk" FOREIGN KEY ("district_id","user_id") REFERENCES "public"."app_user"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_district_id_ended_at_due_at_index" ON "mail" USING btree ("district_id","ended_at","due_at");--> statement-breakpoint
CREATE INDEX "mail_district_id_expires_at_index" ON "mail" USING btree ("district_id","expires_at");
--> statement-breakpoint
select app.protect('mail');
