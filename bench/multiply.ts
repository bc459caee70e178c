import type { Database } from '../db/client.ts';

type Pool = Database['pool'];

/** What a copied row's column is made of, where it is not the column itself: SQL of the row `t` and the copy's number `k`. */
type Changed = Record<string, string>;

/** Room for each copy's places in a report, in the staged order, and in its numbers. */
const PLACES = 10_000_000;

/** Ids of a seed have 24 digits of their kind, then their number: the copy's is written before it (db/seed/synthetic/ids.ts). */
const moved = (column: string) => `overlay(t.${column}::text placing lpad(to_hex(k), 4, '0') from 25)::uuid`;
const movedIds = (...columns: string[]): Changed =>
  Object.fromEntries(columns.map((column) => [column, moved(column)]));
/** Another number, but of placeholders, which are shared. */
const numbered = (column: string) =>
  `case when t.${column} ~ '[0-9]' then k || t.${column} else t.${column} end`;
/** A text with the number of its person in it. */
const naming = (column: string, number: string, type = 'text') =>
  `case when t.${number} ~ '[0-9]' then replace(t.${column}::text, t.${number}, k || t.${number})::${type} else t.${column} end`;
const OTHER_SSN = { ssn_index: 'set_byte(t.ssn_index, 12, (get_byte(t.ssn_index, 12) + k) % 256)' };
const ofPerson = movedIds('id', 'person_id');

const TABLES: Record<string, Changed> = {
  person: {
    ...movedIds('id'),
    ...OTHER_SSN,
    staff_number: numbered('staff_number'),
    work_email: `replace(t.work_email, '@', k || '@')`,
  },
  identity: ofPerson,
  employment: ofPerson,
  district_assignment: ofPerson,
  enrollment: ofPerson,
  section_staff: movedIds('id', 'assignment_id'),
  guardianship: movedIds('id', 'guardian_id', 'student_id'),
  address: {
    ...movedIds('id'),
    number: 'k || t.number',
    match_key: `regexp_replace(t.match_key, '^(\\d+\\|)', '\\1' || k)`,
  },
  household: movedIds('id'),
  household_member: movedIds('id', 'household_id', 'person_id'),
  household_location: movedIds('id', 'household_id', 'address_id'),
  staged_call: { ...movedIds('id'), first_seq: `t.first_seq + k * ${PLACES}` },
  staged_staff: {
    ...movedIds('call_id'),
    ...OTHER_SSN,
    staff_number_key: numbered('staff_number_key'),
    record: naming('record', 'staff_number_key'),
    sent: naming('sent', 'staff_number_key'),
  },
  difference: {
    ...movedIds('person_id'),
    seq: `t.seq + k * ${PLACES}`,
    staff_number: numbered('staff_number'),
    search_text: naming('search_text', 'staff_number'),
    person_key: naming('person_key', 'staff_number'),
    campus: naming('campus', 'staff_number', 'jsonb'),
    hr: naming('hr', 'staff_number', 'jsonb'),
  },
  sync_result: {
    ...movedIds('person_id'),
    seq: `t.seq + k * ${PLACES}`,
    staff_number: numbered('staff_number'),
  },
  unchanged_staff: {
    first_seq: `t.first_seq + k * ${PLACES}`,
    seqs: `array(select seq + k * ${PLACES} from unnest(t.seqs) seq)`,
    person_ids: `array(select ${moved('person_id').replace('t.', '')} from unnest(t.person_ids) person_id)`,
  },
};

/**
 * Makes so many districts' worth of one synthetic district that was transferred and validated: everyone again with an id, a number,
 * an e-mail and an address of their own, and their lines of the feed and of the reports with them. The rows are those that the product
 * wrote, so its pages can be measured on them in minutes instead of an hour. Names, phones, positions and households repeat, and
 * an SSN of a copy can't be opened: nothing can be committed.
 *
 * @param database one connection of a superuser to a database with one district, which nobody else uses
 */
export async function multiply({ pool: superuser }: Database, times: number): Promise<void> {
  if (times === 1) return;
  // Foreign keys are kept by construction; checking each again is most of the work.
  await superuser.query('set session_replication_role = replica');
  await superuser.query(`set synchronous_commit = off`);
  await superuser.query(`set maintenance_work_mem = '512MB'`);
  for (const [table, changed] of Object.entries(TABLES)) {
    const columns = await columnsOf(superuser, table);
    const indexes = await takeIndexes(superuser, table);
    await superuser.query(
      `insert into ${table} (${columns.join(', ')})
       select ${columns.map((column) => changed[column] ?? `t.${column}`).join(', ')}
         from generate_series(1, $1::int - 1) k cross join ${table} t`,
      [times],
    );
    for (const { definition } of indexes) await superuser.query(definition);
  }
  await superuser.query(`update sync_run set staff_transferred = staff_transferred * $1::int`, [times]);
  await superuser.query(`update sync_job set total = total * $1::int, processed = processed * $1::int`, [
    times,
  ]);
  await multiplyFigures(superuser, times);
}

async function columnsOf(superuser: Pool, table: string): Promise<string[]> {
  const { rows } = await superuser.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Drops the indexes that are no keys: making them at the end takes a fraction of the time. */
async function takeIndexes(superuser: Pool, table: string): Promise<{ definition: string }[]> {
  const { rows } = await superuser.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = $1::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [table],
  );
  for (const { name } of rows) await superuser.query(`drop index ${name}`);
  return rows;
}

/** The figures that a report keeps of itself. */
async function multiplyFigures(superuser: Pool, times: number): Promise<void> {
  const { rows } = await superuser.query<{ id: string; summary: object; totals: object; facets: object }>(
    'select id, summary, totals, facets from validation',
  );
  for (const { id, ...figures } of rows)
    await superuser.query(`update validation set summary = $2, totals = $3, facets = $4 where id = $1`, [
      id,
      ...[figures.summary, figures.totals, figures.facets].map((part) => JSON.stringify(scaled(part, times))),
    ]);
}

function scaled(value: unknown, times: number): unknown {
  if (typeof value === 'number') return value * times;
  if (Array.isArray(value)) return value.map((one) => scaled(one, times));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, scaled(one, times)]));
}
