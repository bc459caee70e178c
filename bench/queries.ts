/**
 * What a query costs by how it is made: `node bench/queries.ts [ROUNDS]`. A throw-away embedded Postgres with 2,000 people;
 * twelve columns of one person by id, and of a thousand, on one connection, in turn:
 * - `text`: a text as it is, not prepared; `named`: the same text prepared by name;
 * - `defined`: `defineQuery`, built once and prepared; `built`: `defineSearch`, built at each call.
 * One JSON line: for each the median, least and most of the rounds' means, in microseconds a call, and of the processor.
 */
import { and, sql } from 'drizzle-orm';
import { arrayLiteral } from '../db/array.ts';
import type { Transaction } from '../db/client.ts';
import { inDistrict, isOneOf } from '../db/conditions.ts';
import { defineQuery, defineSearch, type Params } from '../db/query.ts';
import { person } from '../db/schema/person.ts';
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { allDistricts } from '../lib/district/find-district.ts';
import { DatabaseServer, openAsApp } from './databases.ts';
import { load, machine } from './machine.ts';
import { spread } from './spread.ts';
import { benchKeys } from './sync-districts.ts';

const rounds = Number(process.argv[2] ?? 5);
const COLUMNS = {
  id: person.id,
  rev: person.rev,
  staffNumber: person.staffNumber,
  gender: person.gender,
  birthDate: person.birthDate,
  ssnLast4: person.ssnLast4,
  workPhone: person.workPhone,
  cellPhone: person.cellPhone,
  otherPhone: person.otherPhone,
  workEmail: person.workEmail,
  personalEmail: person.personalEmail,
  hrManagedAt: person.hrManagedAt,
};

const defined = defineQuery('bench: people by id', (orm, p: Params<{ ids: readonly string[] }>) =>
  orm
    .select(COLUMNS)
    .from(person)
    .where(and(inDistrict(person), isOneOf(person.id, p.ids))),
);
const built = defineSearch(
  'bench: people by id, built',
  (orm, ids: readonly string[]) =>
    orm
      .select(COLUMNS)
      .from(person)
      .where(and(inDistrict(person), sql`${person.id} = any(${arrayLiteral(ids)}::uuid[])`)),
  [],
);
const text = `select id, rev, staff_number, gender, birth_date, ssn_last4, work_phone, cell_phone, other_phone, work_email,
    personal_email, hr_managed_at from person where district_id = $1 and id = any($2::uuid[])`;

type Way = (tx: Transaction, ids: readonly string[]) => Promise<unknown>;
const WAYS: Record<string, Way> = {
  text: (tx, ids) => tx.execute({ text, values: [tx.districtId, arrayLiteral(ids)] }),
  named: (tx, ids) => tx.execute({ name: 'bench', text, values: [tx.districtId, arrayLiteral(ids)] }),
  defined: (tx, ids) => defined(tx, { ids }),
  built: (tx, ids) => built(tx, ids),
};

const server = await DatabaseServer.embedded();
try {
  const ownerUrl = await server.create();
  await seedSynthetic(ownerUrl, benchKeys, { staff: 2000, seed: 1 });
  const db = openAsApp(ownerUrl);
  const [district] = await allDistricts(db);
  if (!district) throw new Error('the seed made no district');
  const before = load();
  const figures = await db.inDistrict(district.id, async (tx) => {
    const everyone = await tx.execute({
      text: 'select id from person where district_id = $1 limit 1000',
      values: [tx.districtId],
    });
    const ids = everyone.rows.map(([one]) => String(one));
    return { one: await inTurns(tx, ids.slice(0, 1), 1000), thousand: await inTurns(tx, ids, 50) };
  });
  console.log(
    JSON.stringify({
      bench: 'queries',
      machine: { ...machine(), postgres: await server.version() },
      load: { before, after: load() },
      rounds,
      microseconds: figures,
    }),
  );
  await db.close();
} finally {
  await server.close();
}

async function inTurns(tx: Transaction, ids: readonly string[], calls: number) {
  const times = new Map(
    Object.keys(WAYS).map((way) => [way, { call: [] as number[], processor: [] as number[] }]),
  );
  for (let round = -1; round < rounds; round += 1)
    for (const [name, way] of Object.entries(WAYS)) {
      const [start, used] = [performance.now(), process.cpuUsage()];
      for (let call = 0; call < calls; call += 1) await way(tx, ids);
      const { user, system } = process.cpuUsage(used);
      // The first round warms up.
      if (round < 0) continue;
      times.get(name)?.call.push(((performance.now() - start) * 1000) / calls);
      times.get(name)?.processor.push((user + system) / calls);
    }
  return Object.fromEntries(
    [...times].map(([name, { call, processor }]) => [
      name,
      { call: spread(call, 0), processor: spread(processor, 0) },
    ]),
  );
}
