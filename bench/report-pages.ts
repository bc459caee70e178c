/**
 * How quick the pages about a validated run are: `node bench/report-pages.ts --staff N [--seed S] [--everyone]`. The calls
 * that Check Campus Data, the validation report, the comparison of two validations and the results make, of a synthetic
 * district whose feed was transferred and validated twice, on a throw-away database. The results are made from the staging,
 * without a commit. One JSON line; milliseconds, the median and the 95th percentile of seven.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { openDatabase } from '../db/client.ts';
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { textRun } from '../db/sql-text.ts';
import type { Context } from '../lib/context.ts';
import { districtByAppName } from '../lib/district/find-district.ts';
import { newId } from '../lib/new-id.ts';
import { checkCampusData } from '../lib/report/check-campus-data/check.ts';
import { countChanges, listChanges } from '../lib/report/compare/compare.ts';
import { listVersions } from '../lib/report/compare/versions.ts';
import { peopleOverview } from '../lib/report/people/people-overview.ts';
import { readPeople } from '../lib/report/people/read-people.ts';
import { readSection } from '../lib/report/read-section.ts';
import { readValidation } from '../lib/report/read-validation.ts';
import { SECTIONS, type Section } from '../lib/report/schema.ts';
import { runResults } from '../lib/sync/commit/results.ts';
import { forecastCommit } from '../lib/sync/guards/forecast.ts';
import { syncOverview } from '../lib/sync/overview.ts';
import { endSync } from '../lib/sync/run/end.ts';
import { startSync } from '../lib/sync/run/start.ts';
import { syncStatus } from '../lib/sync/run/status.ts';
import { transferStaff } from '../lib/sync/transfer/transfer.ts';
import { validateSync } from '../lib/sync/validate/validate.ts';
import { runJob } from '../lib/worker/start-worker.ts';
import { DatabaseServer, openAsApp } from './databases.ts';
import { load, machine } from './machine.ts';
import { benchKeys as keys } from './sync-districts.ts';

const RUNS = 7;
const CALL = 1_000;
const { values } = parseArgs({
  options: {
    staff: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    /** HR sends another work phone of everyone: as many changed people as there are staff. */
    everyone: { type: 'boolean', default: false },
  },
});
const [staff, seed] = [Number(values.staff), Number(values.seed)];
const say = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);

/** The first run only warms. */
async function timed(work: () => Promise<unknown>): Promise<{ median: number; p95: number }> {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  const sorted = times.slice(1).sort((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.ceil(share * RUNS) - 1] ?? Number.NaN).toFixed(1));
  return { median: at(0.5), p95: at(0.95) };
}

async function transferAll(ctx: Context, feed: string): Promise<void> {
  let records: { value: unknown }[] = [];
  const send = async () => {
    if (records.length > 0) await transferStaff(ctx, { records, pointer: '/staffMembers' });
    records = [];
  };
  for await (const line of createInterface({ input: createReadStream(feed) })) {
    const value = JSON.parse(line);
    records.push({ value: values.everyone ? { ...value, workPhone: '555-0142' } : value });
    if (records.length === CALL) await send();
  }
  await send();
}

async function validate(ctx: Context): Promise<void> {
  const { jobId } = await validateSync(ctx);
  await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
}

/** As a commit leaves them: one in a hundred failed, one in twenty created, one in five updated. */
const fillResults = (ctx: Context, runId: string) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `insert into sync_result (district_id, run_id, seq, job_id, staff_number, outcome, person_id, warnings, errors)
       select $1, $2, s.n, $3, s.staff_number_key,
              case when s.n % 100 = 0 then 'failed' when s.n % 20 = 1 then 'created' when s.n % 5 = 2 then 'updated'
                   else 'unchanged' end,
              p.id, '[]',
              case when s.n % 100 = 0 then '[{"pointer": "/gender", "code": "unknownGender", "message": "No."}]'::jsonb
                   else '[]' end
         from (select staff_number_key, row_number() over (order by call_id, line) as n
                 from staged_staff where district_id = $1 and run_id = $2) s
         left join lateral (select id from person where district_id = $1 and staff_number_key = s.staff_number_key
                             limit 1) p on true`,
      [tx.districtId, runId, ctx.newId()],
    ),
  );

const server = await DatabaseServer.embedded();
const scratch = await mkdtemp(join(tmpdir(), 'campus-boi-bench-'));
try {
  const ownerUrl = await server.create();
  const feed = join(scratch, 'feed.ndjson');
  say(`Seeding ${staff} …`);
  const { appName } = await seedSynthetic(ownerUrl, keys, { staff, seed, feed });
  const db = openAsApp(ownerUrl);
  const district = await districtByAppName(db, appName);
  if (!district) throw new Error('The district was not made.');
  const actor = { kind: 'system', name: 'Bench' } as const;
  const ctx: Context = { actor, district, db, keys, now: new Date(), newId };
  say('Transferring …');
  await startSync(ctx);
  await transferAll(ctx, feed);
  await endSync(ctx);
  const { runId } = await syncStatus(ctx);
  say('Validating …');
  await validate(ctx);
  say('Validating again …');
  await validate(ctx);
  await fillResults(ctx, runId);
  const owner = openDatabase(ownerUrl, { max: 1 });
  for (const table of ['difference', 'sync_result']) await owner.pool.query(`vacuum analyze ${table}`);
  await owner.close();
  say('Measuring …');
  const before = load();
  const report = await readValidation(ctx, { runId });
  const totals = Object.fromEntries(SECTIONS.map((section) => [section, report.sections[section].total]));
  const largest = SECTIONS.toSorted((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0))[0] as Section;
  const section = (asked: object) =>
    readSection(ctx, { runId, section: largest, limit: 100, search: '', field: '', ...asked });
  const people = (asked: object) => readPeople(ctx, { runId, limit: 50, ...asked });
  const [later, earlier] = await listVersions(ctx, { runId });
  const compared = { runId, earlier: earlier?.id, later: later?.id };
  const results = (asked: object) => runResults(ctx, { runId, limit: 100, ...asked });
  const questions: Record<string, () => Promise<unknown>> = {
    'sync overview': () => syncOverview(ctx),
    'check: duplicate': () => checkCampusData(ctx, { list: 'duplicate', page: 1 }),
    'check: missing': () => checkCampusData(ctx, { list: 'missing', page: 1 }),
    'report: opened': () => readValidation(ctx, { runId }),
    'report: next 500 of the largest section': () => section({ limit: 500, cursor: ['100'] }),
    'report: searched by name': () => section({ search: 'smith' }),
    'report: searched, nothing found': () => section({ search: 'nothing has this' }),
    'report: one field': () => section({ field: 'workPhone' }),
    'people: overview': () => peopleOverview(ctx, { runId }),
    'people: first page': () => people({}),
    'people: a page in the middle': () => people({ cursor: ['m'] }),
    'people: renamed, next page': () => people({ change: 'renamed', cursor: ['m'] }),
    'people: searched by name': () => people({ search: 'smith' }),
    'people: searched, nothing found': () => people({ search: 'nothing has this' }),
    'people: what the commit does': () => forecastCommit(ctx, { runId }),
    'compare: counts': () => countChanges(ctx, compared),
    'compare: first page': () => listChanges(ctx, { ...compared, page: 1 }),
    'compare: one section': () => listChanges(ctx, { ...compared, section: largest, page: 1 }),
    'results: first page': () => results({}),
    'results: by name, a page in the middle': () => results({ order: 'name', cursor: ['0 m'] }),
    'results: failed': () => results({ outcome: 'failed' }),
    'results: searched by name': () => results({ search: 'smith' }),
    'results: searched, nothing found': () => results({ search: 'nothing has this' }),
  };
  const milliseconds: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries(questions)) {
    milliseconds[name] = await timed(ask);
    say(`${name} ${JSON.stringify(milliseconds[name])}`);
  }
  console.log(
    JSON.stringify({
      bench: 'report-pages',
      machine: machine(),
      load: { before, after: load() },
      data: `synthetic district, seed ${seed}`,
      staff,
      everyone: values.everyone,
      entries: totals,
      runs: RUNS,
      milliseconds,
    }),
  );
  await db.close();
} finally {
  await server.close();
  await rm(scratch, { recursive: true });
}
// What submitted the validations keeps its timers.
process.exit();
