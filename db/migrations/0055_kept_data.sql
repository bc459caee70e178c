CREATE TABLE "retention" (
	"district_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"days" integer,
	"removed_before" timestamp with time zone,
	CONSTRAINT "retention_district_id_id_pk" PRIMARY KEY("district_id","id"),
	CONSTRAINT "retention_districtId_kind_unique" UNIQUE("district_id","kind")
);
--> statement-breakpoint
select app.distribute('retention', 'district_id');
--> statement-breakpoint
select app.protect('retention');
--> statement-breakpoint
-- When a district's old data is removed next. Like a queue: rows of all districts, and nothing but their ids.
create table app.tidy_turn (
  district_id uuid primary key,
  due_at timestamp with time zone not null
);
--> statement-breakpoint
create index tidy_turn_due_at_index on app.tidy_turn (due_at);
--> statement-breakpoint
grant select, insert, update on app.tidy_turn to public;
--> statement-breakpoint
-- Takes the turns of the districts that are due, up to `most`; until `lease` nobody else takes them. A new district is due at once.
create function app.take_tidy_turns(moment timestamp with time zone, lease timestamp with time zone, most integer)
returns setof uuid language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into app.tidy_turn (district_id, due_at)
  select d.id, moment from public.district d
   where not exists (select from app.tidy_turn t where t.district_id = d.id)
     and not exists (select from app.closed_district c where c.id = d.id)
  on conflict do nothing;
  return query
    update app.tidy_turn t set due_at = lease
      from (select turn.district_id from app.tidy_turn turn
             where turn.due_at <= moment and not exists (select from app.closed_district c where c.id = turn.district_id)
             order by turn.due_at limit most for update skip locked) due
     where t.district_id = due.district_id
    returning t.district_id;
end
$$;
--> statement-breakpoint
create function app.set_tidy_turn(district uuid, due timestamp with time zone) returns boolean
language sql set search_path = pg_catalog, pg_temp as $$
  update app.tidy_turn set due_at = due where district_id = district returning true
$$;
--> statement-breakpoint
-- The role of web and worker can't change or delete audit events. This removes old ones for it, never one of the last year,
-- and, as row level security binds its owner too, only of the transaction's district.
create function app.remove_old_audit(district uuid, before timestamp with time zone, most integer) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  removed integer;
begin
  delete from public.audit_event
   where district_id = district and id in (
     select id from public.audit_event
      where district_id = district and occurred_at < least(before, now() - interval '365 days')
      order by occurred_at limit most);
  get diagnostics removed = row_count;
  return removed;
end
$$;
--> statement-breakpoint
-- Each synchronization fills the staging and empties it again, and old results and reports go day by day: less than the
-- fifth of a table that autovacuum waits for, so that dead rows would take its place for days.
alter table "staged_staff" set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 10000, autovacuum_vacuum_cost_delay = 1, toast.autovacuum_vacuum_scale_factor = 0.01, toast.autovacuum_vacuum_threshold = 1000);
--> statement-breakpoint
alter table "set_aside_staff" set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);
--> statement-breakpoint
alter table "unchanged_staff" set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 100, toast.autovacuum_vacuum_scale_factor = 0.01, toast.autovacuum_vacuum_threshold = 1000);
--> statement-breakpoint
alter table "agreed_staff" set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 10000);
--> statement-breakpoint
alter table "sync_result" set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 10000);
--> statement-breakpoint
alter table "difference" set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 10000);
--> statement-breakpoint
alter table "change_journal" set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 10000);
--> statement-breakpoint
alter table "request_log" set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 10000);
--> statement-breakpoint
alter table "idempotency_key" set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, toast.autovacuum_vacuum_scale_factor = 0.02);
