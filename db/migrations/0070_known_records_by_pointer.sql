ALTER TABLE "known_record" ADD COLUMN "record_digest" "bytea";
--> statement-breakpoint
ALTER TABLE "staged_staff" ADD COLUMN "record_digest" "bytea";
--> statement-breakpoint
-- Rows in a form that the release before can't read are written from then on: a day after the update, when all its processes
-- have ended (docs/operators/updating.md). A new database has no release before.
create table app.new_form (
  form text primary key,
  written_from timestamp with time zone not null
);
--> statement-breakpoint
insert into app.new_form
  select 'known records by pointer', case when exists (select from district) then now() + interval '1 day' else '-infinity' end;
--> statement-breakpoint
grant select on app.new_form to public;
