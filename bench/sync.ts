/**
 * How fast a whole-district synchronisation is, over HTTP, with web and worker as processes of their own:
 *
 *     node bench/sync.ts --staff N [--reference DIR] [--reps R] [--seed S] [--profile FOLDER]
 *
 * Alone it uses `campus seed`'s district on a throw-away embedded Postgres, or on DATABASE_URL's server (its owner must be
 * allowed to make databases). With the reference (`../shared/tools/limit/install.sh DIR`; root and Debian's
 * postgresql-15) both use the reference's own district, feed and server, and run in turn: reference, product,
 * reference, product … Every run begins with a fresh copy of the district and newly started processes. One JSON line;
 * seconds unless another unit is named; what it does meanwhile goes to stderr. `--profile` leaves CPU profiles of web and
 * worker in a folder (and makes them slower).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { cryptoKeys } from '../lib/crypto/keys.ts';
import { DatabaseServer } from './databases.ts';
import { load, machine } from './machine.ts';
import { type Memory, memoryOf } from './memory.ts';
import { build, secrets, startProduct } from './processes.ts';
import { Reference, type ReferenceRun } from './reference.ts';
import { loadReferenceDistrict } from './reference-district.ts';
import { spreadOf } from './spread.ts';
import { type Synchronisation, synchronise } from './synchronise.ts';
import { type Credentials, Vendor } from './vendor.ts';
import { countWrites } from './written-rows.ts';

const { values } = parseArgs({
  options: {
    staff: { type: 'string', default: '10000' },
    reps: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    reference: { type: 'string' },
    profile: { type: 'string' },
  },
});
const staff = Number(values.staff);
const reps = Number(values.reps);
const STEPS = ['token', 'start', 'transfer', 'end', 'validate', 'validateJob', 'pickUp', 'commit'] as const;
const say = (line: string) => console.error(line);

interface District {
  ownerUrl: string;
  credentials: Credentials;
  feed: string;
}

interface ProductRun {
  first: Synchronisation;
  again: Synchronisation;
  rowsWrittenAgain: number;
  web: Memory;
  worker: Memory;
}

const loadBefore = load();
await build();
const scratch = await mkdtemp(join(tmpdir(), 'campus-boi-bench-'));
const reference = values.reference === undefined ? undefined : new Reference(values.reference, staff);
// The first run makes the reference's data and starts its server; it is not counted.
await reference?.run();
const server = await serverFor(reference);
try {
  const district = await prepare(server);
  const references: ReferenceRun[] = [];
  const products: ProductRun[] = [];
  for (let rep = 1; rep <= reps; rep += 1) {
    if (reference) references.push(await reference.run());
    products.push(await measure(server, district));
    say(`${rep}/${reps} ${JSON.stringify({ reference: references.at(-1), product: products.at(-1) })}`);
  }
  console.log(JSON.stringify(await report(references, products)));
} finally {
  await server.close();
  await rm(scratch, { recursive: true });
}

function serverFor(reference: Reference | undefined): DatabaseServer | Promise<DatabaseServer> {
  if (reference) return DatabaseServer.at(reference.ownerUrl);
  return process.env.DATABASE_URL ? DatabaseServer.at(process.env.DATABASE_URL) : DatabaseServer.embedded();
}

/** The district that every run begins with. */
async function prepare(on: DatabaseServer): Promise<District> {
  say('Preparing the district …');
  const ownerUrl = await on.create();
  const keys = cryptoKeys({
    campusKey: Buffer.from(secrets.CAMPUS_KEY, 'base64'),
    campusIndexKey: Buffer.from(secrets.CAMPUS_INDEX_KEY, 'base64'),
  });
  if (reference) {
    const credentials = await loadReferenceDistrict(ownerUrl, keys, reference.campus);
    return { ownerUrl, credentials, feed: reference.feed };
  }
  const feed = join(scratch, 'feed.ndjson');
  const credentials = await seedSynthetic(ownerUrl, keys, { staff, seed: Number(values.seed), feed });
  return { ownerUrl, credentials, feed };
}

async function measure(on: DatabaseServer, district: District): Promise<ProductRun> {
  const ownerUrl = await on.copyOf(district.ownerUrl);
  const product = await startProduct(ownerUrl, values.profile);
  try {
    const vendor = new Vendor(product.baseUrl, district.credentials);
    const first = await synchronise(vendor, district.feed, ownerUrl);
    const writtenSince = await countWrites(ownerUrl);
    const again = await synchronise(vendor, district.feed, ownerUrl);
    return {
      first,
      again,
      rowsWrittenAgain: await writtenSince(),
      web: memoryOf(product.webPid),
      worker: memoryOf(product.workerPid),
    };
  } finally {
    await product.stop();
    await on.drop(ownerUrl);
  }
}

async function report(references: ReferenceRun[], products: ProductRun[]) {
  const steps = (of: (run: ProductRun) => Synchronisation) =>
    Object.fromEntries(STEPS.map((step) => [step, spreadOf(products, (run) => of(run)[step])]));
  return {
    bench: 'sync',
    staff,
    reps,
    data: reference
      ? "the reference's district and feed"
      : `campus seed --staff ${staff} --seed ${values.seed}`,
    machine: { ...machine(), postgres: await server.version(), load: { before: loadBefore, after: load() } },
    first: { ...steps((run) => run.first), outcome: products.at(-1)?.first.outcome },
    again: { ...steps((run) => run.again), outcome: products.at(-1)?.again.outcome },
    summary: products.at(-1)?.first.summary,
    rowsWrittenAgain: Math.max(...products.map((run) => run.rowsWrittenAgain)),
    memoryMB: {
      web: spreadOf(products, (run) => run.web.peak),
      worker: spreadOf(products, (run) => run.worker.peak),
    },
    ...(reference && { reference: ofReference(references), ratios: ratios(references, products) }),
    commitAgainOfFirst: spreadOf(products, (run) => run.again.commit / run.first.commit),
  };
}

const ofReference = (runs: ReferenceRun[]) => ({
  transfer: spreadOf(runs, (run) => run.transfer),
  validate: spreadOf(runs, (run) => run.validate),
  commit: spreadOf(runs, (run) => run.commit),
  outcome: runs.at(-1)?.outcome,
});

/** Each product run against the reference run just before it. */
function ratios(references: ReferenceRun[], products: ProductRun[]) {
  const pairs = products.map(({ first }, i) => ({ first, reference: references[i] as ReferenceRun }));
  return {
    transfer: spreadOf(pairs, ({ first, reference }) => first.transfer / reference.transfer),
    validate: spreadOf(pairs, ({ first, reference }) => first.validate / reference.validate),
    validateJob: spreadOf(pairs, ({ first, reference }) => first.validateJob / reference.validate),
    commit: spreadOf(pairs, ({ first, reference }) => first.commit / reference.commit),
  };
}
