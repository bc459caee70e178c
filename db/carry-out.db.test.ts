import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { carryOut, OUTSIDE } from './carry-out.ts';
import { emptyDatabase } from './testing/empty-database.ts';

const CONCURRENT = `${OUTSIDE}
drop index concurrently if exists t_a;
--> statement-breakpoint
create unique index concurrently t_a on t (a);`;

test('an index that is built concurrently lets writes go on, and is built again after its build failed', async () => {
  const url = await emptyDatabase();
  const [client, writer] = [
    new pg.Client({ connectionString: url }),
    new pg.Client({ connectionString: url }),
  ];
  for (const one of [client, writer]) await one.connect();
  onTestFinished(async () => void (await Promise.all([client.end(), writer.end()])));
  for (const text of [
    'create schema app',
    'create table app.migration (name text)',
    'create table t (a int)',
  ])
    await client.query(text);

  // A transaction that has written: an ordinary build would wait for it, and further writers for that build.
  await writer.query('begin');
  await writer.query('insert into t values (1), (1)');
  const built = carryOut(client, 'concurrent', CONCURRENT).then(
    () => 'built',
    () => 'failed',
  );
  await writer.query('insert into t values (1)');
  await writer.query('commit');
  expect(await built).toBe('failed');
  const valid = async () =>
    (await client.query('select indisvalid as valid from pg_index where indrelid = $1::regclass', ['t']))
      .rows;
  expect(await valid()).toEqual([{ valid: false }]);
  expect((await client.query('select from app.migration')).rowCount).toBe(0);

  await client.query('delete from t');
  await carryOut(client, 'concurrent', CONCURRENT);
  expect(await valid()).toEqual([{ valid: true }]);
  expect((await client.query('select from app.migration')).rowCount).toBe(1);
});
