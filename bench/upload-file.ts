/**
 * A payroll file from drop to *Check*, by the calls that the page makes:
 *
 *     node bench/upload-file.ts [--rows N] [--reps R] [--one] [--profile FOLDER]
 *
 * A CSV of N rows (100,000) of 600 bytes, one row a position, or with `--one` one row a person, made from the synthetic
 * district's own feed; embedded Postgres, web and worker as processes. A run: the file is sent, *Columns*, *Values* and *Check*
 * are read, and what each proposes is kept, as by somebody who only clicks *Next*. `others` is how long a search of the staff
 * directory took meanwhile, asked one after another. Before the runs an upload is stopped halfway, to
 * count the database connections that it holds while no bytes come. One JSON line: seconds, MB, milliseconds.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ownerStatement } from '../db/owner-statement.ts';
import { Admin } from './admin.ts';
import { Connection, percentile } from './connection.ts';
import { DatabaseServer } from './databases.ts';
import { load, machine } from './machine.ts';
import { memoryOf } from './memory.ts';
import { writePayrollFile } from './payroll-file.ts';
import { build, type Product, startProduct } from './processes.ts';
import { processorSeconds } from './processor-time.ts';
import { sessionCookie } from './session.ts';
import { spreadOf } from './spread.ts';
import { syntheticDistrict } from './sync-districts.ts';
import { Vendor } from './vendor.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    reps: { type: 'string', default: '3' },
    one: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
});
const [rows, reps] = [Number(values.rows), Number(values.reps)];
/** The synthetic staff have two positions in the mean. */
const staff = values.one ? rows : Math.ceil(rows * 0.52);

const loadBefore = load();
await build();
const server = await DatabaseServer.embedded();
const folder = await mkdtemp(join(tmpdir(), 'campus-boi-upload-'));
try {
  const feed = join(folder, 'feed.ndjson');
  const { ownerUrl, credentials } = await syntheticDistrict(server, { staff, seed: 1, feed });
  const csv = join(folder, 'payroll.csv');
  const file = await writePayrollFile(feed, csv, { rows, onePosition: values.one });
  const product = await startProduct(ownerUrl, values.profile);
  try {
    const vendor = new Vendor(product.baseUrl, credentials);
    await vendor.requestToken();
    await vendor.post('start');
    const admin = new Admin(product.baseUrl, await sessionCookie(product.baseUrl, credentials));
    await admin.get('/sync/upload/drafts/mine');
    const atRest = memoryOf(product.webPid);
    const held = await connectionsOfPausedUpload(admin, csv, file.bytes);
    const runs: Awaited<ReturnType<typeof run>>[] = [];
    for (let rep = 1; rep <= reps; rep += 1) {
      runs.push(await run(admin, product, csv, file.bytes));
      console.error(`${rep}/${reps} ${JSON.stringify(runs.at(-1))}`);
    }
    const steps = ['upload', 'columns', 'values', 'check', 'total'] as const;
    console.log(
      JSON.stringify({
        bench: 'upload-file',
        file: { ...file, megabytes: Math.round(file.bytes / 1e6), onePosition: values.one },
        reps,
        seconds: Object.fromEntries(steps.map((step) => [step, spreadOf(runs, (one) => one[step], 2)])),
        webProcessorSeconds: spreadOf(runs, ({ processor }) => processor, 1),
        webMegabytes: {
          atRest: atRest.now,
          peak: spreadOf(runs, ({ web }) => web.peak, 0),
          now: runs.at(-1)?.web.now,
        },
        connectionsHeldInPausedUpload: held,
        others: {
          p50: spreadOf(runs, ({ others }) => others.p50),
          max: spreadOf(runs, ({ others }) => others.max),
        },
        checked: runs.at(-1)?.checked,
        machine: {
          ...machine(),
          postgres: await server.version(),
          load: { before: loadBefore, after: load() },
        },
      }),
    );
  } finally {
    await product.stop();
  }

  /** The most connections in a transaction while half of a file was sent and nothing more comes. */
  async function connectionsOfPausedUpload(admin: Admin, path: string, bytes: number): Promise<number> {
    const half = await open(path);
    const sending = admin.beginUpload(bytes);
    for await (const chunk of half.createReadStream({ end: Math.floor(bytes / 2) }))
      await sending.send(chunk);
    await sleep(1_000);
    let most = 0;
    for (let look = 0; look < 20; look += 1) {
      const [found] = await ownerStatement<{ held: number }>(
        ownerUrl,
        `select count(*)::int as held from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
            and backend_type = 'client backend'`,
      );
      most = Math.max(most, found?.held ?? 0);
      await sleep(100);
    }
    sending.hangUp();
    return most;
  }
} finally {
  await server.close();
  await rm(folder, { recursive: true });
}

async function run(admin: Admin, product: Product, path: string, bytes: number) {
  const others = watchOthers(admin);
  const processor = processorSeconds(product.webPid);
  const started = performance.now();
  let last = started;
  const lap = () => {
    const now = performance.now();
    const took = (now - last) / 1000;
    last = now;
    return took;
  };
  const sending = admin.beginUpload(bytes);
  for await (const chunk of createReadStream(path)) await sending.send(chunk);
  const { id } = await sending.answer<{ id: string }>();
  const upload = lap();
  const draft = `/sync/upload/drafts/${id}`;
  const look = await admin.get<{ columns: Record<string, unknown>[]; fixed: unknown[] }>(`${draft}/columns`);
  const columns = look.columns.map(({ header, property, dates, blanks, placeholders }) => ({
    ...{ header, property, dates },
    ...{ blanks: blanks ?? 'leave', placeholders: placeholders ?? [] },
  }));
  const mapping = { reading: {}, columns, fixed: look.fixed, values: [] as unknown[] };
  await admin.put(`${draft}/choices`, { mapping, step: 'values', name: null });
  const columnsTook = lap();
  const found = await admin.get<{ kinds: { kind: string; values: Record<string, unknown>[] }[] }>(
    `${draft}/values`,
  );
  mapping.values = found.kinds.flatMap(({ kind, values: all }) =>
    all.filter(({ by }) => by === 'proposed').map(({ value, code }) => ({ kind, value, code })),
  );
  await admin.put(`${draft}/choices`, { mapping, step: 'check', name: null });
  const valuesTook = lap();
  const {
    faulty: _,
    problems,
    ...checked
  } = await admin.get<{ faulty: unknown; problems: unknown[] }>(`${draft}/check`);
  const check = lap();
  const total = (last - started) / 1000;
  const seen = await others();
  return {
    ...{ upload, columns: columnsTook, values: valuesTook, check, total, others: seen },
    web: memoryOf(product.webPid),
    processor: processorSeconds(product.webPid) - processor,
    checked: { ...checked, problems: problems.length },
  };
}

/** Another user's calls, until it is called. */
function watchOthers(admin: Admin): () => Promise<{ p50: number; max: number }> {
  const times: number[] = [];
  const connection = new Connection(1);
  let going = true;
  const asking = (async () => {
    while (going) {
      times.push(await connection.send(...admin.search()));
      await sleep(250);
    }
  })();
  return async () => {
    going = false;
    await asking;
    connection.close();
    return { p50: percentile(times, 0.5), max: percentile(times, 1) };
  };
}
