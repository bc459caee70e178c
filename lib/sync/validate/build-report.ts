import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { syncJob } from '../../../db/schema/sync.ts';
import { validation } from '../../../db/schema/validation.ts';
import { todayOf } from '../../change/plan/new-batch.ts';
import type { Context } from '../../context.ts';
import type { Warning } from '../../failure.ts';
import { type NewEntry, type Totals, writeDifferences } from '../../report/difference-writer.ts';
import { countFacets, emptyFacets, type Facets } from '../../report/people/facets.ts';
import type { Summary } from '../../report/schema.ts';
import { count, emptySummary } from '../../report/summary.ts';
import { VALUE_MAPPING_TEXTS } from '../../value-mapping/texts.ts';
import type { RunValueMaps } from '../batch/value-maps.ts';
import { type Fence, holdFence } from '../run/fence.ts';
import { endJob } from '../run/jobs.ts';
import { lockRuns } from '../run/run.ts';
import { transitionByJob } from '../run/transition.ts';
import { type PlanBasis, planInputs, validationInputs } from './plan-inputs.ts';
import { commitWillRefuse } from './texts.ts';

/** A report that a job is building. */
export interface OpenReport {
  id: string;
  fence: Fence;
  totals: Totals;
  summary: Summary;
  facets: Facets;
  /** What its plans are made from besides the records and the people. */
  on: PlanBasis;
  mapped: RunValueMaps['used'];
}

const resetProgress = defineCommand(
  'reset the progress of a validation',
  (orm, p: Params<{ jobId: string }>) =>
    orm
      .update(syncJob)
      .set({ processed: 0 })
      .where(and(inDistrict(syncJob), eq(syncJob.id, p.jobId))),
);
export const addProgress = defineCommand(
  'add to the progress of a validation',
  (orm, p: Params<{ jobId: string; staff: number }>) =>
    orm
      .update(syncJob)
      .set({ processed: sql`${syncJob.processed} + ${p.staff}` })
      .where(and(inDistrict(syncJob), eq(syncJob.id, p.jobId))),
);
const insertValidation = defineCommand(
  'insert a validation without a summary',
  (orm, p: Params<{ id: string; runId: string; at: Date; inputs: string }>) =>
    orm.insert(validation).values({
      districtId: DISTRICT_ID,
      id: p.id,
      runId: p.runId,
      generatedAt: p.at,
      summary: {},
      totals: {},
      facets: {},
      warnings: [],
      basis: p.inputs,
    }),
);
export const finishValidation = defineCommand(
  'store a validation’s summary',
  (orm, p: Params<{ id: string; summary: Summary; totals: Totals; facets: Facets; warnings: Warning[] }>) =>
    orm
      .update(validation)
      .set({
        summary: asStored(p.summary, validation.summary),
        totals: asStored(p.totals, validation.totals),
        facets: asStored(p.facets, validation.facets),
        warnings: asStored(p.warnings, validation.warnings),
      })
      .where(and(inDistrict(validation), eq(validation.id, p.id))),
);

/** Stores a report without entries. A report without a summary counts as unfinished. */
export async function openReport(
  ctx: Context,
  tx: Transaction,
  fence: Fence,
  valueMaps: RunValueMaps,
): Promise<OpenReport> {
  const on = { basis: await planInputs(tx, valueMaps), today: todayOf(ctx) };
  const report = {
    ...{ id: ctx.newId(), fence, on, mapped: valueMaps.used },
    ...{ totals: {}, summary: emptySummary(), facets: emptyFacets() },
  };
  await resetProgress(tx, { jobId: fence.jobId });
  const inputs = validationInputs(on);
  await insertValidation(tx, { id: report.id, runId: fence.runId, at: ctx.now, inputs });
  return report;
}

/**
 * Finds and stores entries in one transaction, after the entries of `previousDone`. Totals and figures count only what is
 * committed.
 * @param find entries in report order
 * @param countStaff how many people are validated with them, once they are found
 */
export async function addEntries(
  ctx: Context,
  report: OpenReport,
  find: (tx: Transaction) => Promise<NewEntry[]>,
  { previousDone, countStaff }: { previousDone?: Promise<void>; countStaff?: () => number } = {},
): Promise<NewEntry[]> {
  const { entries, totals } = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await holdFence(tx, report.fence);
    const entries = await find(tx);
    await previousDone;
    const totals = await writeDifferences(tx, report.id, entries, report.totals);
    const staff = countStaff?.() ?? 0;
    if (staff > 0) await addProgress(tx, { jobId: report.fence.jobId, staff });
    return { entries, totals };
  });
  report.totals = totals;
  for (const entry of entries) {
    count(report.summary, entry);
    countFacets(report.facets, entry);
  }
  return entries;
}

/** Makes the report the run's. The run is validated from here on (SYNC-6). */
export async function closeReport(
  tx: Transaction,
  { id, fence, totals, summary, facets, mapped }: OpenReport,
): Promise<void> {
  await lockRuns(tx);
  await holdFence(tx, fence);
  const now = new Date();
  await finishValidation(tx, { id, summary, totals, facets, warnings: reportWarnings(totals, mapped) });
  await transitionByJob(tx, fence, 'validate', now, id);
  await endJob(tx, fence.runId, 'completed', now);
}

/** What the head of a report warns of. */
export const reportWarnings = ({ errors = 0 }: Totals, mapped: OpenReport['mapped']): Warning[] => [
  ...(errors === 0 ? [] : [{ code: 'commitWillRefuse' as const, message: commitWillRefuse(errors) }]),
  ...(mapped.length === 0
    ? []
    : [{ code: 'valuesMapped' as const, message: VALUE_MAPPING_TEXTS.valuesOfRun(mapped) }]),
];
