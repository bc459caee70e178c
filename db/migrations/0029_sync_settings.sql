CREATE TABLE "sync_setting" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"commit_limit" integer,
	"keep_unlisted_positions" boolean NOT NULL,
	"initial_is_no_change" boolean NOT NULL,
	CONSTRAINT "sync_setting_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "sync_setting_districtId_unique" UNIQUE("district_id")
);
--> statement-breakpoint
select app.distribute('sync_setting', 'district_id');
--> statement-breakpoint
INSERT INTO "sync_setting"
  SELECT "id", gen_random_uuid(), "commit_limit", "keep_unlisted_positions", false FROM "district"
   WHERE "commit_limit" IS NOT NULL OR "keep_unlisted_positions";
--> statement-breakpoint
select app.protect('sync_setting');
--> statement-breakpoint
ALTER TABLE "district" DROP COLUMN "commit_limit";
--> statement-breakpoint
ALTER TABLE "district" DROP COLUMN "keep_unlisted_positions";
--> statement-breakpoint
-- Reports made before get the figure that summaries have from now on, from their entries. Row level security binds the owner
-- too, and a migration has no district.
ALTER TABLE "validation" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "difference" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE "validation" v SET "summary" = jsonb_set(v."summary", '{demographics,middleInitial}', to_jsonb((
  SELECT count(*) FROM "difference" d
   WHERE d."district_id" = v."district_id" AND d."validation_id" = v."id" AND d."section" = 'demographics'
     AND d."fields" && '{middleName}'::text[] AND NOT d."fields" && '{lastName,firstName}'::text[]
     AND d."hr" ->> 'middleName' ~ '^[[:alpha:]][.]?$'
     AND starts_with(lower(d."campus" ->> 'middleName'), lower(left(d."hr" ->> 'middleName', 1))))))
 WHERE v."summary" <> '{}';
--> statement-breakpoint
ALTER TABLE "validation" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "difference" FORCE ROW LEVEL SECURITY;
