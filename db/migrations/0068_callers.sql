-- When somebody last called a web process: one row of all of them, so that a worker gives way to who waits. It says nothing of whom.
create table app.caller (
  only_one boolean primary key default true check (only_one),
  called_at timestamp with time zone not null
);
--> statement-breakpoint
insert into app.caller (called_at) values ('-infinity');
--> statement-breakpoint
grant select, update on app.caller to public;
--> statement-breakpoint
-- Not again within so many seconds: of several web processes mostly one writes.
create function app.note_caller(seconds integer) returns boolean
language sql set search_path = pg_catalog, pg_temp as $$
  update app.caller set called_at = now() where called_at < now() - make_interval(secs => seconds) returning true
$$;
