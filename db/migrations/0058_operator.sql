-- An operator's sign-in. The owner makes the row, with the hash of a link; a browser that opens the link in time, once, gets a
-- token of its own. The role of web and worker has no right on this table: it only asks the functions below, and each of
-- them proves the session by the hash of its token. All times are the database's.
create table app.operator_session (
  id uuid primary key,
  made_by text not null,
  link_hash bytea not null unique,
  made_at timestamp with time zone not null default now(),
  link_expires_at timestamp with time zone not null,
  token_hash bytea unique,
  address text,
  opened_at timestamp with time zone,
  seen_at timestamp with time zone,
  expires_at timestamp with time zone,
  ended_at timestamp with time zone
);
--> statement-breakpoint
-- What operators did on their page. A district's own audit log has what was done in it, too.
create table app.operator_event (
  id bigint generated always as identity primary key,
  session_id uuid not null references app.operator_session,
  occurred_at timestamp with time zone not null default now(),
  action text not null,
  target text,
  address text
);
--> statement-breakpoint
-- As its caller: only the owner may.
create function app.make_operator_link(session uuid, by_whom text, link bytea, minutes integer)
returns timestamp with time zone language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  expires timestamp with time zone;
begin
  insert into app.operator_session (id, made_by, link_hash, link_expires_at)
  values (session, by_whom, link, now() + make_interval(mins => minutes)) returning link_expires_at into expires;
  insert into app.operator_event (session_id, action) values (session, 'link made');
  return expires;
end
$$;
--> statement-breakpoint
-- As its caller: only the owner may. Ends every session and withdraws every link that was not opened.
create function app.end_all_operators() returns integer
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  ended integer;
begin
  with closed as (
    update app.operator_session set ended_at = now()
     where ended_at is null and coalesce(expires_at, link_expires_at) > now() returning id
  ), told as (
    insert into app.operator_event (session_id, action) select id, 'ended by command' from closed
  )
  select count(*) from closed into ended;
  return ended;
end
$$;
--> statement-breakpoint
-- Of two who open a link at once, one waits for the other's row and finds it opened.
create function app.open_operator_link(link bytea, token bytea, caller text, hours integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  session uuid;
begin
  update app.operator_session
     set token_hash = token, address = caller, opened_at = now(), seen_at = now(),
         expires_at = now() + make_interval(hours => least(hours, 2))
   where link_hash = link and opened_at is null and ended_at is null and link_expires_at > now()
  returning id into session;
  insert into app.operator_event (session_id, action, address)
  select id, case when session is null then 'link refused' else 'link opened' end, caller
    from app.operator_session where link_hash = link;
  return session is not null;
end
$$;
--> statement-breakpoint
-- The live session of a token: opened, not ended, not older than its time, and used in the last 30 minutes.
create function app.operator_session_of(token bytea) returns setof app.operator_session
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select s.* from app.operator_session s
   where s.token_hash = token and s.ended_at is null and s.expires_at > now()
     and s.seen_at > now() - interval '30 minutes'
$$;
--> statement-breakpoint
-- Who is behind a token; nobody if its session is over. `active`: the call keeps the session awake. A page makes several calls at
-- once, and one of them writes.
create function app.operator_of(token bytea, active boolean)
returns table (id uuid, made_by text, expires_at timestamp with time zone)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if active then
    update app.operator_session s set seen_at = now()
      from app.operator_session_of(token) l where s.id = l.id and l.seen_at < now() - interval '1 minute';
  end if;
  return query select l.id, l.made_by, l.expires_at from app.operator_session_of(token) l;
end
$$;
--> statement-breakpoint
-- Notes what an operator did, in the transaction in which it is done.
create function app.note_operator(token bytea, what text, of_what text, caller text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.operator_event (session_id, action, target, address)
  select l.id, what, of_what, caller from app.operator_session_of(token) l;
  if not found then
    raise exception 'no operator has this session' using errcode = 'insufficient_privilege';
  end if;
  return true;
end
$$;
--> statement-breakpoint
create function app.end_operator(token bytea, caller text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.operator_event (session_id, action, address)
  select l.id, 'ended', caller from app.operator_session_of(token) l;
  update app.operator_session s set ended_at = now()
    from app.operator_session_of(token) l where s.id = l.id;
  return found;
end
$$;
--> statement-breakpoint
create function app.operator_events(token bytea, most integer)
returns table (id bigint, occurred_at timestamp with time zone, made_by text, action text, target text, address text)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select e.id, e.occurred_at, s.made_by, e.action, e.target, e.address
    from app.operator_event e join app.operator_session s on s.id = e.session_id
   where exists (select from app.operator_session_of(token))
   order by e.id desc limit most
$$;
--> statement-breakpoint
-- The only way in which the role of web and worker can make a district: while an operator is signed in.
create function app.open_district(
  token bytea, district uuid, short text, app text, called text, zone text, caller text
) returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.note_operator(token, 'district made', app, caller);
  insert into public.district (id, short_id, app_name, name, time_zone) values (district, short, app, called, zone);
  return true;
end
$$;
--> statement-breakpoint
revoke execute on function app.make_operator_link, app.end_all_operators, app.operator_session_of from public;
