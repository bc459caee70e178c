import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { commitSchedule } from '../../../db/schema/guards.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden } from '../../failure.ts';
import { SCHEDULES_QUEUE, sendJob } from '../../jobs/queue.ts';
import { heldConflict, holdCommit } from '../guards/hold.ts';
import { assertAllowed, lockLatestRun } from '../run/run.ts';
import { dropSchedule, type ScheduleRow } from '../run/schedule-row.ts';
import { momentAsked } from './moment-asked.ts';
import { nextWindow, type Window } from './next-window.ts';
import type { Schedule, ScheduleRequest } from './schema.ts';
import { readOffHours } from './settings.ts';
import { SCHEDULE_TEXTS } from './texts.ts';
import { viewSchedule } from './view-schedule.ts';

/** A commit at a chosen time may start that much later, if the worker was not running. */
const GRACE_MS = 60 * 60 * 1000;

const insertSchedule = defineCommand(
  'schedule a commit',
  (
    orm,
    p: Params<Omit<ScheduleRow, 'jobId' | 'failure' | 'validationId'> & { validationId: string | null }>,
  ) =>
    orm.insert(commitSchedule).values({
      districtId: DISTRICT_ID,
      id: p.id,
      runId: p.runId,
      validationId: p.validationId,
      kind: p.kind,
      dueAt: p.dueAt,
      latestAt: p.latestAt,
      scheduledAt: p.scheduledAt,
      scheduledBy: p.scheduledBy,
      scheduledById: p.scheduledById,
    }),
);

/**
 * Schedules the commit of the validated staging, in place of an earlier schedule. Scheduling counts as asking: above a
 * limit the commit is held for approval (SYNC-13).
 * @throws Conflict where a commit is not allowed now, or is held; Invalid for a time that is not possible
 */
export async function scheduleCommit(ctx: Context, asked: ScheduleRequest): Promise<Schedule> {
  const { actor } = ctx;
  if (actor.kind !== 'user') throw new Forbidden(SCHEDULE_TEXTS.usersOnly());
  const { held, schedule } = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await lockLatestRun(tx);
    assertAllowed(run, 'commit');
    if (run.jobKind) throw new Conflict(SCHEDULE_TEXTS.jobRunning());
    const window = await windowOf(ctx, tx, asked);
    const limits = await holdCommit(ctx, tx, run);
    // Throw only after commit: the hold must be saved.
    if (limits.length > 0) return { held: heldConflict(run, limits) };
    await dropSchedule(tx);
    const id = ctx.newId();
    await insertSchedule(tx, {
      id,
      runId: run.id,
      validationId: run.validationId,
      kind: asked.when,
      dueAt: window.from,
      latestAt: window.to,
      scheduledAt: ctx.now,
      scheduledBy: actor.name,
      scheduledById: actor.id,
    });
    await sendJob(
      ctx.db,
      tx,
      SCHEDULES_QUEUE,
      { districtId: tx.districtId, jobId: id },
      { startAfter: window.from },
    );
    await recordAudit(ctx, tx, {
      action: 'sync.schedule',
      target: run.id,
      detail: { when: asked.when, dueAt: window.from, latestAt: window.to },
    });
    return { schedule: (await viewSchedule(ctx, tx, run)) as Schedule };
  });
  if (held) throw held;
  return schedule;
}

async function windowOf(ctx: Context, tx: Transaction, asked: ScheduleRequest): Promise<Window> {
  const { timeZone } = ctx.district;
  if (asked.when === 'time') {
    const from = momentAsked(asked.at, timeZone, ctx.now);
    return { from, to: new Date(from.getTime() + GRACE_MS) };
  }
  const { from, to } = nextWindow(ctx.now, await readOffHours(tx), timeZone);
  return { from: new Date(Math.max(from.getTime(), ctx.now.getTime())), to };
}
