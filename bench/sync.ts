/**
 * How fast a whole-district synchronization is, over HTTP, with web and worker as processes of their own:
 *
 *     node bench/sync.ts --staff N [--reference DIR] [--reps R] [--seed S] [--lines] [--first] [--profile FOLDER]
 *
 * Alone it uses `campus seed`'s district on a throw-away embedded Postgres, or on DATABASE_URL's server (its owner must be
 * allowed to make databases). With the reference (`../shared/tools/limit/install.sh DIR`; root and Debian's
 * postgresql-15) both use the reference's own district, feed and server, and run in turn: reference, product,
 * reference, product … Every run begins with a fresh copy of the district and newly started processes. One JSON line;
 * seconds unless another unit is named; what it does meanwhile goes to stderr. `--profile` leaves CPU profiles of web and
 * worker in a folder (and makes them slower). `--lines` transfers the feed as one stream of lines (NDJSON), else in calls of 1,000.
 * `--first` begins with nobody in Campus, only schools and codes; so does the reference then.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DatabaseServer } from './databases.ts';
import { load, machine } from './machine.ts';
import { build } from './processes.ts';
import { Reference, type ReferenceRun } from './reference.ts';
import { referenceDistrict, removeEveryone, syntheticDistrict } from './sync-districts.ts';
import { figures } from './sync-figures.ts';
import { measure, type ProductRun } from './sync-run.ts';

const { values } = parseArgs({
  options: {
    staff: { type: 'string', default: '10000' },
    reps: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    reference: { type: 'string' },
    lines: { type: 'boolean', default: false },
    first: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
});
const [staff, reps, seed] = [Number(values.staff), Number(values.reps), Number(values.seed)];
const say = (line: string) => console.error(line);

const loadBefore = load();
await build();
// The first run makes the reference's data and starts its server; it is not counted.
const mixed = values.reference === undefined ? undefined : new Reference(values.reference, staff);
await mixed?.run();
const reference = values.first ? await mixed?.ofFirstLoad() : mixed;
const server = await serverFor(reference);
const scratch = await mkdtemp(join(tmpdir(), 'campus-boi-bench-'));
try {
  say('Preparing the district …');
  const feed = join(scratch, 'feed.ndjson');
  const district = reference
    ? await referenceDistrict(server, reference)
    : await syntheticDistrict(server, { staff, seed, feed });
  if (values.first) await removeEveryone(district);
  const references: ReferenceRun[] = [];
  const products: ProductRun[] = [];
  for (let rep = 1; rep <= reps; rep += 1) {
    if (reference) references.push(await reference.run());
    products.push(await measure(server, district, values));
    say(`${rep}/${reps} ${JSON.stringify({ reference: references.at(-1), product: products.at(-1) })}`);
  }
  const result = {
    bench: 'sync',
    staff,
    reps,
    people: values.first ? 'nobody in Campus' : 'in Campus',
    transfer: values.lines ? 'one stream of lines' : 'calls of 1,000',
    data: reference ? "the reference's district and feed" : `campus seed --staff ${staff} --seed ${seed}`,
    machine: { ...machine(), postgres: await server.version(), load: { before: loadBefore, after: load() } },
    ...figures(products, references),
  };
  console.log(JSON.stringify(result));
} finally {
  await server.close();
  await rm(scratch, { recursive: true });
}

function serverFor(reference: Reference | undefined): DatabaseServer | Promise<DatabaseServer> {
  if (reference) return DatabaseServer.at(reference.ownerUrl);
  return process.env.DATABASE_URL ? DatabaseServer.at(process.env.DATABASE_URL) : DatabaseServer.embedded();
}
