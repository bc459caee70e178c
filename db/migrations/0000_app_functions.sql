-- What the migrations and every transaction stand on.
create schema app;
--> statement-breakpoint
-- What `migrate` has carried out.
create table app.migration (
  name text primary key,
  applied_at timestamp with time zone not null default now()
);
--> statement-breakpoint
-- The first call of every transaction. SET LOCAL instead of set_config(…, true): Citus hands only the former on to
-- its workers.
create function app.set_district(district uuid) returns void language plpgsql as $$
begin
  execute format('set local app.district_id = %L', district);
end
$$;
--> statement-breakpoint
-- Spreads a table over the workers by a column; call it after `create table`, before the foreign keys.
create function app.distribute(table_name text, column_name text) returns void language plpgsql as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    execute format('select create_distributed_table(%L, %L)', table_name, column_name);
  end if;
end
$$;
--> statement-breakpoint
-- Copies a small shared table to every worker.
create function app.share(table_name text) returns void language plpgsql as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    execute format('select create_reference_table(%L)', table_name);
  end if;
end
$$;
--> statement-breakpoint
-- Row level security that binds the owner too. A pooled connection may hold '' where no district was set.
-- As a subquery the district is computed once a statement, not once a row; Citus refuses one in a policy.
create function app.protect(table_name text) returns void language plpgsql as $$
declare
  district text := 'nullif(current_setting(''app.district_id'', true), '''')::uuid';
begin
  if not exists (select from pg_extension where extname = 'citus') then
    district := format('(select %s)', district);
  end if;
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format(
    'create policy one_district on %I using (district_id = %s) with check (district_id = %s)',
    table_name, district, district
  );
end
$$;
--> statement-breakpoint
revoke execute on function app.distribute, app.share, app.protect from public;
