CREATE TABLE "ssn_search" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"ssn_index" "bytea" NOT NULL,
	"searched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ssn_search_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "ssn_search_districtId_actorId_ssnIndex_unique" UNIQUE("district_id","actor_id","ssn_index")
);
--> statement-breakpoint
select app.distribute('ssn_search', 'district_id');
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "actor_kind" text;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "actor_id" uuid;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "actor_login" text;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "address" text;--> statement-breakpoint
CREATE INDEX "ssn_search_district_id_searched_at_index" ON "ssn_search" USING btree ("district_id","searched_at");--> statement-breakpoint
select app.protect('ssn_search');
