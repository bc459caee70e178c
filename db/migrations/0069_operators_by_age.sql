-- Who did it, once the session is removed; until then the session says it.
alter table app.operator_event add column made_by text;
--> statement-breakpoint
alter table app.operator_event alter column session_id drop not null;
--> statement-breakpoint
-- The role of web and worker has no right on these tables. This removes for it what is old: a session or link a week after its
-- end, and what operators did after so many days, never of the last year.
create function app.remove_old_operators(days integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  week_ago timestamp with time zone := now() - interval '7 days';
  removed integer;
begin
  update app.operator_event e set made_by = s.made_by, session_id = null
    from app.operator_session s
   where s.id = e.session_id and coalesce(s.ended_at, s.expires_at, s.link_expires_at) < week_ago;
  delete from app.operator_session s
   where coalesce(s.ended_at, s.expires_at, s.link_expires_at) < week_ago
     and not exists (select from app.operator_event e where e.session_id = s.id);
  get diagnostics removed = row_count;
  delete from app.operator_event where occurred_at < now() - make_interval(days => greatest(days, 365));
  return removed;
end
$$;
--> statement-breakpoint
create or replace function app.operator_events(token bytea, most integer)
returns table (id bigint, occurred_at timestamp with time zone, made_by text, action text, target text, address text)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select e.id, e.occurred_at, coalesce(e.made_by, s.made_by), e.action, e.target, e.address
    from app.operator_event e left join app.operator_session s on s.id = e.session_id
   where exists (select from app.operator_session_of(token))
   order by e.id desc limit most
$$;
