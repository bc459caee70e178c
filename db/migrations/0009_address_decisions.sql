CREATE TABLE "address_decision" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"before" jsonb,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" text NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" text,
	CONSTRAINT "address_decision_district_id_id_pk" PRIMARY KEY("district_id","id")
);
--> statement-breakpoint
select app.distribute('address_decision', 'district_id');--> statement-breakpoint
ALTER TABLE "address" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "address_decision" ADD CONSTRAINT "address_decision_district_id_first_id_address_district_id_id_fk" FOREIGN KEY ("district_id","first_id") REFERENCES "public"."address"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_decision" ADD CONSTRAINT "address_decision_district_id_second_id_address_district_id_id_fk" FOREIGN KEY ("district_id","second_id") REFERENCES "public"."address"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "address_decision_district_id_first_id_index" ON "address_decision" USING btree ("district_id","first_id");--> statement-breakpoint
CREATE INDEX "address_decision_district_id_second_id_index" ON "address_decision" USING btree ("district_id","second_id");--> statement-breakpoint
CREATE UNIQUE INDEX "address_merged_once" ON "address_decision" USING btree ("district_id","second_id") WHERE kind = 'merged' and undone_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "address_pair_different_once" ON "address_decision" USING btree ("district_id","first_id","second_id") WHERE kind = 'different' and undone_at is null;--> statement-breakpoint
ALTER TABLE "address" ADD CONSTRAINT "address_district_id_merged_into_address_district_id_id_fk" FOREIGN KEY ("district_id","merged_into") REFERENCES "public"."address"("district_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "address_district_id_merged_into_index" ON "address" USING btree ("district_id","merged_into");--> statement-breakpoint
select app.protect('address_decision');
