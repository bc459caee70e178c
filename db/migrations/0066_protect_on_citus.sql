-- On Citus a policy binds everybody but the owner. Citus moves rows from node to node as their owner: if the policy bound it too, the
-- copy would be empty, and Citus would drop the original. Seen: all rows of the shards that were moved were gone.
create or replace function app.protect(table_name text) returns void language plpgsql as $$
declare
  on_citus boolean := exists (select from pg_extension where extname = 'citus');
  district text := 'nullif(current_setting(''app.district_id'', true), '''')::uuid';
begin
  execute format('alter table %I enable row level security', table_name);
  if not on_citus then
    district := format('(select %s)', district);
    execute format('alter table %I force row level security', table_name);
  end if;
  execute format(
    'create policy one_district on %I using (district_id = %s) with check (district_id = %s)',
    table_name, district, district
  );
end
$$;
