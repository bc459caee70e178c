/**
 * How quick the pages of a large district are: `node bench/pages.ts --staff N [--seed S] [--everyone] [--keep DIR]
 * [--only REGEX]`. What Home, Staff, Check Campus Data, Addresses, the validation report, the comparison of two validations and
 * the results ask of the database, in a synthetic district whose feed was transferred and validated twice (bench/validated-district.ts).
 * With `--keep` the district is left in a folder and found there the next time. One JSON line; milliseconds: the median and the largest
 * of seven by the clock, and the mean of the database server's processor time, which says more on a busy machine.
 */
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readValidation } from '../lib/report/read-validation.ts';
import { SECTIONS, type Section } from '../lib/report/schema.ts';
import { DatabaseServer } from './databases.ts';
import { load, machine } from './machine.ts';
import { campusQuestions, runQuestions } from './page-questions.ts';
import { keptDistrict, validatedDistrict } from './validated-district.ts';

const RUNS = 7;
const { values } = parseArgs({
  options: {
    staff: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    /** HR sends another work phone of everyone: as many changed people as there are staff. */
    everyone: { type: 'boolean', default: false },
    keep: { type: 'string' },
    /** The names of the questions to ask. */
    only: { type: 'string', default: '' },
  },
});
const { everyone } = values;
const [staff, seed] = [Number(values.staff), Number(values.seed)];
const say = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);

if (values.keep) await mkdir(values.keep, { recursive: true });
const server = await DatabaseServer.embedded(values.keep);
try {
  const kept = await server.kept();
  const { ctx, runId } = kept
    ? await keptDistrict(kept)
    : await validatedDistrict(server, { staff, seed, everyone }, say);
  say('Measuring …');
  const before = load();
  const report = await readValidation(ctx, { runId });
  const totals = Object.fromEntries(SECTIONS.map((section) => [section, report.sections[section].total]));
  const largest = SECTIONS.toSorted((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0))[0] as Section;
  const questions = { ...campusQuestions(ctx), ...(await runQuestions(ctx, runId, largest)) };
  const milliseconds: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries(questions)) {
    if (!new RegExp(values.only).test(name)) continue;
    milliseconds[name] = await timed(ask);
    say(`${name} ${JSON.stringify(milliseconds[name])}`);
  }
  console.log(
    JSON.stringify({
      bench: 'pages',
      machine: { ...machine(), postgres: await server.version() },
      load: { before, after: load() },
      data: `synthetic district, seed ${seed}`,
      staff,
      everyone,
      entries: totals,
      runs: RUNS,
      milliseconds,
    }),
  );
  await ctx.db.close();
} finally {
  await server.close();
}
// What submitted the validations keeps its timers.
process.exit();

/** The first run only warms. */
async function timed(work: () => Promise<unknown>) {
  const times: number[] = [];
  await work();
  const used = server.processorSeconds();
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  const processor = ((server.processorSeconds() - used) * 1_000) / RUNS;
  const sorted = times.sort((a, b) => a - b);
  const at = (index: number) => Number((sorted[index] ?? Number.NaN).toFixed(1));
  return { processor: Number(processor.toFixed(1)), median: at(RUNS >> 1), most: at(RUNS - 1) };
}
