import type { Transaction } from '../../../db/client.ts';
import { inBatches } from '../../concurrency/in-batches.ts';
import { inOrder } from '../../concurrency/in-order.ts';
import type { Pace } from '../../concurrency/pace.ts';
import { withConcurrency } from '../../concurrency/with-concurrency.ts';
import type { Context } from '../../context.ts';
import { type StaffRecord, staffNumberKey } from '../../record/record.ts';
import { campusOnlyEntries, campusStaffNotInHr, duplicateNumbers } from '../../report/campus-only.ts';
import { keepVersions } from '../../report/compare/keep-versions.ts';
import type { NewEntry } from '../../report/difference-writer.ts';
import { boundEntries } from '../../report/people/bound.ts';
import { addSent, sentBy } from '../../report/people/facets.ts';
import {
  BATCH_SIZE,
  batchesOf,
  batchesWithout,
  exclude,
  placesOf,
  type StagedBatch,
  type StagedCall,
} from '../batch/batches.ts';
import { type PlanOptions, planBatch } from '../batch/plan-batch.ts';
import { readStaged, stagedCalls, stagedTitles } from '../batch/staged.ts';
import { runValueMaps } from '../batch/value-maps.ts';
import { continueFeed } from '../feed-policy/continue-feed.ts';
import { type Fence, holdFence } from '../run/fence.ts';
import { beginScheduled } from '../schedule/begin-scheduled.ts';
import { readSettings } from '../settings.ts';
import { readSetAside, type SetAside } from '../transfer/read-set-aside.ts';
import { addEntries, addProgress, closeReport, type OpenReport, openReport } from './build-report.ts';
import { entriesOf, type Listed } from './entries-of.ts';
import { findAgreed, listedOfAgreed } from './find-agreed.ts';
import { forgetRemoved, rememberAgreed } from './remember-agreed.ts';
import { rememberUnchanged } from './remember-unchanged.ts';
import { setAsideBecause } from './texts.ts';

/** One batch is planned while the other's differences are written. */
const CONCURRENCY = 2;
/** Staged records per transaction that are compared with what agreed before; whole batches. */
const COMPARED_SIZE = 10 * BATCH_SIZE;
/** A person who is planned, in people of whom the report lists what it listed the last time. */
const PLANNED_WEIGHT = 5;
/** Set-aside records, and people HR did not send, per transaction. */
const READ_SIZE = 5000;

/**
 * The body of a validation job: plans every staged person as the commit would, and stores the differences. People are not
 * written. The report replaces the earlier one when it is complete; the last few are kept to compare.
 */
export async function runValidation(ctx: Context, fence: Fence, pace: Pace): Promise<void> {
  const { report, calls, ...options } = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await holdFence(tx, fence);
    const valueMaps = await runValueMaps(tx, fence.runId);
    return {
      valueMaps,
      report: await openReport(ctx, tx, fence, valueMaps),
      calls: await stagedCalls(tx, fence.runId),
      describedTitles: await stagedTitles(tx, fence.runId),
      keepUnlistedPositions: (await readSettings(tx)).keepUnlistedPositions,
    };
  });
  const campusOnly = readCampusOnly(ctx, fence);
  const agreed = await placesAgreed(ctx, report, pace, calls);
  const ordered = inOrder();
  const isListed = (place: number) => agreed[place] === LISTED;
  const batches = batchesWithout(
    calls,
    PLANNED_WEIGHT * BATCH_SIZE,
    (place) => agreed[place] === AGREED,
    (place) => (agreed[place] === LISTED ? 1 : PLANNED_WEIGHT),
  );
  await withConcurrency(CONCURRENCY, batches, (batch: StagedBatch) =>
    pace.work(() =>
      ordered((previousDone) => validateBatch(ctx, report, batch, { ...options, isListed }, previousDone)),
    ),
  );
  await addSetAside(ctx, report);
  await addCampusOnly(ctx, report, campusOnly);
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await closeReport(tx, report);
    await beginScheduled(ctx, tx, fence.jobId);
    await continueFeed(ctx, tx, fence.jobId);
  });
  await keepVersions(ctx, { runId: fence.runId, validationId: report.id });
  // Nobody waits for it: people who are not there agree with nothing.
  await ctx.db.inDistrict(ctx.district.id, forgetRemoved);
}

/** Who needs no plan, and of these whom the report lists all the same. */
const AGREED = 1;
const LISTED = 2;

/** By place in staged order, who needs no plan (find-agreed.ts). */
async function placesAgreed(
  ctx: Context,
  { id, fence, on, facets }: OpenReport,
  pace: Pace,
  calls: readonly StagedCall[],
): Promise<Uint8Array> {
  const agreed = new Uint8Array(placesOf(calls));
  const compare = async ({ ranges }: StagedBatch) => {
    const { places, listed, sent } = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
      await holdFence(tx, fence);
      const found = await findAgreed(tx, ranges, { validationId: id, ...on });
      const staff = found.places.length;
      if (staff > 0) await addProgress(tx, { jobId: fence.jobId, staff });
      return found;
    });
    for (const place of places) agreed[place] = AGREED;
    for (const place of listed) agreed[place] = LISTED;
    addSent(facets.sent, sent);
  };
  await withConcurrency(CONCURRENCY, batchesOf(calls, COMPARED_SIZE), (batch: StagedBatch) =>
    pace.work(() => compare(batch)),
  );
  return agreed;
}

async function validateBatch(
  ctx: Context,
  report: OpenReport,
  batch: StagedBatch,
  { isListed, ...options }: PlanOptions & { isListed: (place: number) => boolean },
  previousDone: Promise<void>,
): Promise<void> {
  let staff = 0;
  let records: StaffRecord[] = [];
  const find = async (tx: Transaction) => {
    const staged = await readStaged(ctx.keys, tx, exclude(batch, isListed));
    const planned = (await planBatch(ctx, tx, staged, options)).map((one) => ({
      ...one,
      entries: entriesOf(one),
    }));
    staff = planned.length;
    records = planned.map(({ record }) => record);
    await rememberUnchanged(tx, report.id, planned);
    await rememberAgreed(tx, batch, planned, report.on);
    // Last: Postgres plans each later statement of the transaction again (findByIndex).
    const listed = await listedOfAgreed(
      tx,
      exclude(batch, (place) => !isListed(place)),
    );
    const found: Pick<Listed, 'seq' | 'entries'>[] = [...planned, ...listed];
    return found.toSorted((a, b) => a.seq - b.seq).flatMap(({ entries }) => entries);
  };
  await addEntries(ctx, report, find, { previousDone, countStaff: () => staff });
  for (const record of records) addSent(report.facets.sent, sentBy(record));
}

/** Lists the records that the transfer set aside as errors (SYNC-2). */
async function addSetAside(ctx: Context, report: OpenReport): Promise<void> {
  const batches = inBatches<SetAside>(READ_SIZE, (last) =>
    ctx.db.inDistrict(ctx.district.id, (tx) =>
      readSetAside(tx, { runId: report.fence.runId, after: last?.seq ?? -1, limit: READ_SIZE }),
    ),
  );
  for await (const batch of batches)
    await addEntries(ctx, report, async () => batch.flatMap(setAsideEntries), {
      countStaff: () => batch.length,
    });
}

function setAsideEntries({ staffNumber, hr, errors }: SetAside): NewEntry[] {
  const entry: NewEntry = {
    section: 'errors',
    counted: false,
    staffNumber,
    personId: null,
    campus: null,
    hr,
    fields: errors.map(({ pointer }) => pointer),
    why: { rule: 'SYNC-2', reason: setAsideBecause(errors.map(({ message }) => message)) },
  };
  const { lastName = null, firstName = null } = hr;
  return boundEntries([entry], { staffNumber, lastName, firstName, alsoFound: [], warnings: [] });
}

/** What a report says of Campus alone. */
interface CampusOnly {
  /** Whom HR does not send. */
  missing: readonly string[];
  /** The entries of the first of them. */
  first: NewEntry[];
  /** People who share a staff number. */
  twins: NewEntry[];
}

/** Read beside everything else: it needs nothing of the people who are compared and planned. */
function readCampusOnly(ctx: Context, { runId }: Fence): Promise<CampusOnly> {
  const read = ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const missing = await campusStaffNotInHr(tx, runId);
    const first = await campusOnlyEntries(tx, missing.slice(0, READ_SIZE));
    return { missing, first, twins: await duplicateNumbers(tx) };
  });
  // Awaited at the end.
  read.catch(() => {});
  return read;
}

async function addCampusOnly(ctx: Context, report: OpenReport, read: Promise<CampusOnly>): Promise<void> {
  const { missing, first, twins } = await read;
  if (missing.length > 0) await addEntries(ctx, report, async () => first);
  for (let from = READ_SIZE; from < missing.length; from += READ_SIZE)
    await addEntries(ctx, report, (tx) => campusOnlyEntries(tx, missing.slice(from, from + READ_SIZE)));
  await addEntries(ctx, report, async () => twins);
  const numbers = new Set(twins.map(({ staffNumber }) => staffNumberKey(staffNumber ?? '')));
  report.summary.duplicateStaffNumbers = { people: twins.length, numbers: numbers.size };
}
