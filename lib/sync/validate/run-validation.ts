import type { Transaction } from '../../../db/client.ts';
import { todayOf } from '../../change/plan/new-batch.ts';
import { inTurn } from '../../concurrency/in-order.ts';
import { inLanes } from '../../concurrency/with-concurrency.ts';
import type { Context } from '../../context.ts';
import type { Warning } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';
import { campusStaffNotInHr, duplicateNumbers } from '../../report/campus-only.ts';
import { keepVersions } from '../../report/compare/keep-versions.ts';
import { type NewEntry, type Totals, writeDifferences } from '../../report/difference-writer.ts';
import { differencesOf } from '../../report/differences/differences.ts';
import type { Summary } from '../../report/schema.ts';
import { count, emptySummary } from '../../report/summary.ts';
import { STRETCH, type Stretch, stretches } from '../batch/batches.ts';
import { planStretch } from '../batch/plan-batch.ts';
import { readStaged, stagedCalls, stagedTitles } from '../batch/staged.ts';
import { type Fence, holdFence } from '../run/fence.ts';
import { endJob } from '../run/jobs.ts';
import { lockRuns } from '../run/run.ts';
import { transitionByJob } from '../run/transition.ts';
import { beginScheduled } from '../schedule/begin-scheduled.ts';
import { readSettings } from '../settings.ts';
import { readSetAside, type SetAside } from '../transfer/set-aside.ts';
import { keepUnchanged } from './unchanged.ts';
import { basisOf } from './validation-inputs.ts';

/** One plans while the other's differences are written. */
const LANES = 2;

interface Report {
  id: string;
  fence: Fence;
  totals: Totals;
  summary: Summary;
}

/**
 * The body of a validation job: plans every staged person as the commit would, and stores the differences. Nothing of
 * the people is written. The report stands for the earlier ones when it is whole; the last few are kept, to compare.
 */
export async function runValidation(ctx: Context, fence: Fence): Promise<void> {
  const report: Report = { id: ctx.newId(), fence, totals: {}, summary: emptySummary() };
  const { calls, ...options } = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await holdFence(tx, fence);
    await open(ctx, tx, report);
    return {
      calls: await stagedCalls(tx, fence.runId),
      describedTitles: await stagedTitles(tx, fence.runId),
      keepUnlistedPositions: (await readSettings(tx)).keepUnlistedPositions,
    };
  });
  const turns = inTurn();
  await inLanes(LANES, stretches(calls, STRETCH), (stretch: Stretch) =>
    turns((before) => validateStretch(ctx, report, stretch, options, before)),
  );
  await addSetAside(ctx, report);
  await addCampusOnly(ctx, report);
  await ctx.db.inDistrict(ctx.district.id, (tx) => close(ctx, tx, report));
  await keepVersions(ctx, { runId: fence.runId, validationId: report.id });
}

async function open(ctx: Context, tx: Transaction, report: Report): Promise<void> {
  await tx.run('update sync_job set processed = 0 where district_id = $1 and id = $2', [
    tx.districtId,
    report.fence.jobId,
  ]);
  await tx.run(
    `insert into validation (district_id, id, run_id, generated_at, summary, totals, warnings, basis)
     values ($1, $2, $3, $4, '{}', '{}', '[]', $5)`,
    [tx.districtId, report.id, report.fence.runId, ctx.now, await basisOf(tx, todayOf(ctx))],
  );
}

/**
 * Stores a part of the report behind those before it, whose storing is waited for; it counts only once the transaction
 * that wrote it has committed.
 */
async function add(
  ctx: Context,
  report: Report,
  find: (tx: Transaction) => Promise<NewEntry[]>,
  { before, staff = 0 }: { before?: Promise<void>; staff?: number } = {},
): Promise<NewEntry[]> {
  const { entries, totals } = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await holdFence(tx, report.fence);
    const entries = await find(tx);
    await before;
    const totals = await writeDifferences(tx, report.id, entries, report.totals);
    if (staff > 0) await countProcessed(tx, report.fence, staff);
    return { entries, totals };
  });
  report.totals = totals;
  for (const entry of entries) count(report.summary, entry);
  return entries;
}

async function validateStretch(
  ctx: Context,
  report: Report,
  stretch: Stretch,
  options: Parameters<typeof planStretch>[3],
  before: Promise<void>,
): Promise<void> {
  const find = async (tx: Transaction) => {
    const planned = await planStretch(ctx, tx, await readStaged(tx, stretch.parts), options);
    await keepUnchanged(tx, report.id, stretch, planned);
    return planned.flatMap(({ plan, record, people }) => {
      const person = people.length === 1 ? (people[0] ?? null) : null;
      const of = { staffNumber: record.staffNumber, personId: person?.id ?? null };
      return differencesOf(plan, record, person).map((entry) => ({ ...entry, ...of }));
    });
  };
  await add(ctx, report, find, { before, staff: stretch.records });
}

const countProcessed = (tx: Transaction, fence: Fence, staff: number): Promise<number> =>
  tx.run('update sync_job set processed = processed + $3 where district_id = $1 and id = $2', [
    tx.districtId,
    fence.jobId,
    staff,
  ]);

/** Those whom the transfer set aside stand among the errors (SYNC-2). The stretches have counted their places. */
async function addSetAside(ctx: Context, report: Report): Promise<void> {
  for (let after: number | undefined = -1; after !== undefined; ) {
    const page = { runId: report.fence.runId, after, limit: PAGE };
    const found: SetAside[] = await ctx.db.inDistrict(ctx.district.id, (tx) => readSetAside(tx, page));
    await add(ctx, report, async () => found.map(setAsideEntry));
    after = found.length === PAGE ? found.at(-1)?.seq : undefined;
  }
}

const setAsideEntry = ({ staffNumber, hr, errors }: SetAside): NewEntry => ({
  section: 'errors',
  counted: false,
  staffNumber,
  personId: null,
  campus: null,
  hr,
  fields: errors.map(({ pointer }) => pointer),
  why: {
    rule: 'SYNC-2',
    reason: `Set aside at the transfer. ${errors.map(({ message }) => message).join(' ')}`,
  },
});

/** People per look at those whom HR did not send. */
const PAGE = 5000;

async function addCampusOnly(ctx: Context, report: Report): Promise<void> {
  for (let after: string | undefined = BEFORE_ALL; after; ) {
    const page = { runId: report.fence.runId, after, limit: PAGE };
    const entries: NewEntry[] = await add(ctx, report, (tx) => campusStaffNotInHr(tx, page));
    after = entries.length === PAGE ? (entries.at(-1)?.personId ?? undefined) : undefined;
  }
  const twins = await add(ctx, report, duplicateNumbers);
  const numbers = new Set(twins.map(({ staffNumber }) => staffNumberKey(staffNumber ?? '')));
  report.summary.duplicateStaffNumbers = { people: twins.length, numbers: numbers.size };
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Makes the report the run's. The run is validated from here on (SYNC-6). */
async function close(ctx: Context, tx: Transaction, { id, fence, totals, summary }: Report): Promise<void> {
  await lockRuns(tx);
  await holdFence(tx, fence);
  const now = new Date();
  await tx.run(
    'update validation set summary = $3, totals = $4, warnings = $5 where district_id = $1 and id = $2',
    [tx.districtId, id, JSON.stringify(summary), JSON.stringify(totals), JSON.stringify(warningsOf(totals))],
  );
  await transitionByJob(tx, fence, 'validate', now, id);
  await endJob(tx, fence.runId, 'completed', now);
  await beginScheduled(ctx, tx, fence.jobId);
}

function warningsOf(totals: Totals): Warning[] {
  const refused = totals.errors ?? 0;
  if (refused === 0) return [];
  return [
    {
      code: 'commitWillRefuse',
      message: `The commit will refuse ${refused.toLocaleString('en-US')} entries listed under errors. The other people are not touched by that.`,
    },
  ];
}
