-- A closed district's id, all that is left of it. Every role may read it, as every transaction does.
create table app.closed_district (
  id uuid primary key,
  closed_at timestamp with time zone not null default now()
);
--> statement-breakpoint
grant select on app.closed_district to public;
--> statement-breakpoint
-- A process that still knows a closed district by its id can't write a row into it any more.
create or replace function app.set_district(district uuid) returns void language plpgsql as $$
begin
  if exists (select from app.closed_district where id = district) then
    raise exception 'the district is closed' using errcode = 'object_not_in_prerequisite_state';
  end if;
  execute format('set local app.district_id = %L', district);
end
$$;
