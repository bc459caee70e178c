-- A row while workers may take no job: in a database that was restored, until the operator says `campus resume`.
create table app.pause (
  only_one boolean primary key default true check (only_one),
  since timestamp with time zone not null default now(),
  reason text not null
);
--> statement-breakpoint
grant select on app.pause to public;
