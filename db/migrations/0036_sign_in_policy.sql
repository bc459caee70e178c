CREATE TABLE "sign_in_policy" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"second_factor_required" boolean NOT NULL,
	CONSTRAINT "sign_in_policy_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "sign_in_policy_districtId_unique" UNIQUE("district_id")
);
--> statement-breakpoint
select app.distribute('sign_in_policy', 'district_id');
--> statement-breakpoint
select app.protect('sign_in_policy');
