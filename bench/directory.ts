/**
 * How quick the Staff directory is: `node bench/directory.ts [STAFF]`. Pages, searches and filters of a synthetic
 * district, as the page asks for them, on a throw-away database. One JSON line; milliseconds.
 */
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { districtByAppName } from '../lib/district/find-district.ts';
import { newId } from '../lib/new-id.ts';
import { countPeople } from '../lib/people/find-people.ts';
import { listPeople } from '../lib/people/list-people.ts';
import type { PeopleAsked } from '../lib/people/wanted-people.ts';
import { DatabaseServer, openAsApp } from './databases.ts';
import { load, machine } from './machine.ts';
import { spread } from './spread.ts';
import { benchKeys as keys } from './sync-districts.ts';

const RUNS = 7;
const SEED = 1;
const staff = Number(process.argv[2] ?? 100_000);
const PLAIN: PeopleAsked = {
  search: '',
  among: 'directory',
  filters: [],
  order: 'name',
  page: 1,
  limit: 50,
};
const QUESTIONS: Record<string, Partial<PeopleAsked>> = {
  firstPage: {},
  thousandthPage: { page: 1_000 },
  byNumber: { order: 'staffNumber' },
  lastUpdated: { order: '-updated' },
  oneLetter: { search: 'm' },
  name: { search: 'smith' },
  bothNames: { search: 'mary smi' },
  number: { search: '1234' },
  email: { search: 'smith@' },
  birthDate: { search: '7/4/1979' },
  incomplete: { filters: ['incomplete'] },
  duplicateNumber: { filters: ['duplicateNumber'] },
  palette: { search: 'smi', among: 'staff', limit: 6 },
  everyone: { search: 'smi', among: 'everyone', limit: 8 },
};

/** The first run only warms. */
async function timed(work: () => Promise<unknown>) {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return spread(times.slice(1), 1);
}

const server = await DatabaseServer.embedded();
try {
  const ownerUrl = await server.create();
  const { appName } = await seedSynthetic(ownerUrl, keys, { staff, seed: SEED });
  const db = openAsApp(ownerUrl);
  const district = await districtByAppName(db, appName);
  if (!district) throw new Error('The district was not made.');
  const actor = { kind: 'system', name: 'Bench' } as const;
  const ctx = { actor, district, db, keys, now: new Date(), newId };
  const before = load();
  const milliseconds: Record<string, unknown> = {};
  for (const [name, asked] of Object.entries(QUESTIONS)) {
    const all = { ...PLAIN, ...asked };
    const found = await countPeople(ctx, all);
    milliseconds[name] = {
      page: await timed(() => listPeople(ctx, all)),
      count: await timed(() => countPeople(ctx, all)),
      found,
    };
  }
  console.log(
    JSON.stringify({
      bench: 'directory',
      machine: machine(),
      load: { before, after: load() },
      data: `synthetic district, seed ${SEED}`,
      staff,
      runs: RUNS,
      milliseconds,
    }),
  );
  await db.close();
} finally {
  await server.close();
}
