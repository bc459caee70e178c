import { beforeAll, expect, test } from 'vitest';
import type { Definition } from '../query.ts';
import { allTables } from '../testing/all-tables.ts';
import { loadQueries } from '../testing/load-queries.ts';
import { refusedByCitus } from '../testing/refused-by-citus.ts';

/** Each asks the coordinator alone, or a table of which each node has a copy. */
const OF_NO_DISTRICT: Record<string, string> = {
  'districts whose old data is due to be removed': 'ids of districts, on the coordinator',
  'when old data of a district is removed next': 'ids of districts, on the coordinator',
  'district by id': 'each node has a copy',
  'district by appName': 'each node has a copy',
  'district by short id': 'each node has a copy',
  'all districts': 'each node has a copy',
  'the first two appNames': 'each node has a copy',
  'make a district': 'each node has a copy',
  'district by appName in any case': 'each node has a copy',
  'districts by appName, a page': 'each node has a copy',
  'how many districts have such a name': 'each node has a copy',
  'make a district for an operator': 'each node has a copy',
  'make an operator link': 'operators are on the coordinator',
  'open an operator link': 'operators are on the coordinator',
  'the operator behind a token': 'operators are on the coordinator',
  'end the session of an operator': 'operators are on the coordinator',
  'end all sessions of operators': 'operators are on the coordinator',
  'note what an operator did': 'operators are on the coordinator',
  'what operators did last': 'operators are on the coordinator',
  'remove old sessions and deeds of operators': 'operators are on the coordinator',
  'a time zone by name': 'of the server',
  'figures: jobs by queue and state': 'the queue is on the coordinator',
  'figures: last completed job of each queue': 'the queue is on the coordinator',
  'figures: workers with a heartbeat': 'the queue is on the coordinator',
  'figures: sessions of this role': 'of the server',
  'figures: tables': 'of the server: on Citus, what the coordinator has',
  'figures: the clock of the database': 'of the server',
  'jobs in the queue': 'the queue is on the coordinator',
  'whether a worker is alive': 'the queue is on the coordinator',
  'does the database answer': 'of the server',
  'why workers are paused': 'one row, on the coordinator',
  'note that somebody calls': 'one row, on the coordinator',
  'whether somebody calls': 'one row, on the coordinator',
  'whether a new form is written': 'a few rows, on the coordinator',
  'doctor: the server and its settings': 'of the server',
};

const spread = new Set<string>();
let queries: readonly Definition[];

beforeAll(async () => {
  for (const { name, columns } of await allTables())
    if (columns.some(({ sqlName }) => sqlName === 'district_id')) spread.add(name);
  queries = await loadQueries();
}, 60_000);

test('every defined query is of one district, except those that need no district', () => {
  const without = queries.filter(({ compiled }) => !compiled().names.includes('districtId'));
  expect(without.map(({ name }) => name).toSorted()).toEqual(Object.keys(OF_NO_DISTRICT).toSorted());
});

test('no defined query uses what Citus refuses', () => {
  const refused = queries.flatMap(({ name, compiled }) =>
    refusedByCitus(compiled().text, spread).map((reason) => `${name}: ${reason}`),
  );
  expect(refused).toEqual([]);
  expect(queries.length).toBeGreaterThan(500);
});

test.each([
  ['insert into person (district_id, id) select $1, unnest($2::uuid[])', 'by COPY'],
  ['insert into person (district_id, id) select $1, unnest($2::uuid[]) returning 1', undefined],
  ['insert into person (district_id, id) select $1, unnest($2::uuid[]) on conflict do nothing', 'count all'],
  [
    'insert into retention (district_id, days) select $1, 1 on conflict (district_id) do update set days = $2 returning 1',
    'a parameter',
  ],
  ['with w as (insert into person (district_id, id) select $1, $2) select 1', 'by COPY'],
  ['insert into person (district_id, id) values ($1, $2)', undefined],
  [
    'insert into sync_job (district_id, submitted_at) values ($1, (select max(submitted_at) from sync_job))',
    'subquery',
  ],
  ['update person set district_id = $2 where district_id = $1', 'district_id is set'],
  [
    'insert into person (district_id, id) values ($1, $2) on conflict (district_id, id) do update set district_id = $1',
    'district_id is set',
  ],
  ['update person set id = gen_random_uuid() where district_id = $1', 'gen_random_uuid()'],
  ['update validation set summary = to_jsonb(totals) where district_id = $1', 'to_jsonb()'],
  ['update validation set summary = to_jsonb($2::text) where district_id = $1', undefined],
  ['update person set updated_at = now() where district_id = $1', undefined],
  ['select 1 from person p join pgboss.job j on true where p.district_id = $1', 'pgboss.job'],
  ['delete from person where district_id = $1 and id in (select id from app.closed_district)', 'app.closed'],
  ['select 1 from pgboss.job', undefined],
  ['select 1 from person join district d on d.id = $1 where person.district_id = $1', undefined],
  ['merge into person p using identity i on i.district_id = p.district_id when matched then delete', 'merge'],
  ['truncate person', 'truncate'],
])('%s', (text, reason) => {
  expect(refusedByCitus(text, spread)).toEqual(reason ? [expect.stringContaining(reason)] : []);
});
