import { beforeAll, expect, test } from 'vitest';
import { definedQueries } from './query.ts';
import { maskerOf } from './schema/masked.ts';
import { allTables } from './testing/all-tables.ts';
import { loadQueries } from './testing/load-queries.ts';
import { unboundTables } from './testing/unbound-tables.ts';
import { writtenValues } from './testing/written-values.ts';

const tables = new Set<string>();
/** `table.column` of those that are masked as they are written. */
const masked = new Set<string>();

beforeAll(async () => {
  for (const { name, columns } of await allTables()) {
    if (columns.some(({ sqlName }) => sqlName === 'district_id')) tables.add(name);
    for (const { column, sqlName } of columns) if (maskerOf(column)) masked.add(`${name}.${sqlName}`);
  }
  await loadQueries();
}, 60_000);

test('every defined query binds each district table in it to the transaction’s district', () => {
  const unbound = definedQueries().flatMap(({ name, compiled }) => {
    const { text, names } = compiled();
    return unboundTables(text, tables, names.indexOf('districtId') + 1).map((table) => `${name}: ${table}`);
  });
  expect(unbound).toEqual([]);
});

test('every defined query has a name of its own that Postgres does not cut', () => {
  const names = definedQueries().map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i || name.length > 50)).toEqual([]);
});

/** Written without a parameter of the column itself, and masked all the same. */
const MASKED_ELSEWHERE = [
  // db/unnested.ts masks by the column that types the array.
  'insert entries of a report: difference.warnings entry.warnings',
  'insert results of a batch: sync_result.warnings result.warnings',
  'insert results of a batch: sync_result.errors result.errors',
  'remember people who agree: agreed_staff.warnings person_of.warnings',
  // Masked in agreed_staff.
  'remember staged people who agreed before: unchanged_staff.warnings seq, warnings, warnings',
  // Masked in staged_staff.
  'keep the records that were read: known_record.warnings read_now.warnings',
  // Masked in known_record.
  'stage the records that are known: staged_staff.warnings known.warnings',
  // Masked in unchanged_staff.
  'results of unchanged people: sync_result.warnings of_warnings',
  // `password` or `code`.
  'count values that Campus does not know: unknown_value.value sent.value',
  'insert a failed sign-in, the first in its time: audit_event.detail',
];
const SSN = '412-10-8751';
/** Not the row that was to be inserted, after a conflict, nor what the column itself holds, masked when it was written. */
const isFromElsewhere = (target: string) => (column: string) =>
  !column.startsWith('excluded.') && column !== target;

test('every defined query writes masked columns through their masker', () => {
  const unmasked = definedQueries()
    // db/rows.ts masks by the column itself: rows.db.test.ts.
    .filter(({ name }) => !/\(writer \d+\)$/.test(name))
    .flatMap(({ name, compiled }) => {
      const { text, names, values } = compiled();
      const isMaskedParam = (number: number) => {
        const asked = names[number - 1];
        if (asked === undefined) return true;
        const given = new Proxy({}, { get: (_, key) => (key === asked ? SSN : null) });
        return !JSON.stringify(values(given)[number - 1]).includes(SSN);
      };
      return writtenValues(text)
        .filter(({ table, column }) => masked.has(`${table}.${column}`))
        .filter(
          ({ table, column, params, columns }) =>
            !params.every(isMaskedParam) || columns.some(isFromElsewhere(`${table}.${column}`)),
        )
        .map(({ table, column, columns }) => `${name}: ${table}.${column} ${columns.join(', ')}`.trim());
    });
  expect(unmasked.toSorted()).toEqual(MASKED_ELSEWHERE.toSorted());
});

test.each([
  ['select p.id from person p where p.id = $1', ['p']],
  ['select p.id from person p where p.district_id = $1 or p.id = $2', ['p']],
  ['select p.id from person p where p.district_id = $2', ['p']],
  ['select p.id from person p where not (p.district_id = $1)', ['p']],
  ['select id from person where district_id = $1 and id = $2', []],
  [
    'select p.id from person p join identity i on i.person_id = p.id and i.district_id = p.district_id where p.district_id = $1',
    ['i'],
  ],
  [
    'select p.id from person p left join identity i on i.person_id = p.id and i.district_id = $1 where p.district_id = $1',
    [],
  ],
  [
    'select p.id from person p, lateral (select 1 from identity i where i.person_id = p.id) l where p.district_id = $1',
    ['i'],
  ],
  ['select 1 where exists (select 1 from person where id = $1)', ['person']],
  ['with w as (select id from person) select id from w', ['person']],
  ['select 1 union select 1 from person', ['person']],
  ['update person set gender = $2 where id = $1', ['person']],
  ['update person t set gender = u.g from identity u where t.district_id = $1 and t.id = u.person_id', ['u']],
  ['delete from person using identity i where person.district_id = $1 and i.district_id = $1', []],
  ['insert into person (id, district_id) values ($2, $1)', []],
  ['insert into person (id, district_id) values ($1, $2), ($3, $1)', ['person']],
  ['insert into person (district_id, id) select $1, u.id from unnest($2::uuid[]) u(id)', []],
  [
    'insert into person (district_id, id) select i.district_id, i.id from identity i where i.district_id = $1',
    ['person'],
  ],
  ['select id from district where id = $1', []],
])('%s', (text, unbound) => {
  expect(unboundTables(text, tables, 1)).toEqual(unbound);
});
