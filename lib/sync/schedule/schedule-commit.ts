import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden } from '../../failure.ts';
import { SCHEDULES_QUEUE, sendJob } from '../../jobs/queue.ts';
import { heldConflict, holdCommit } from '../guards/hold.ts';
import { assertAllowed, lockLatestRun } from '../run/run.ts';
import { momentAsked } from './moment-asked.ts';
import { nextWindow, type Window } from './next-window.ts';
import { dropSchedule, viewSchedule } from './schedule-row.ts';
import type { Schedule, ScheduleRequest } from './schema.ts';
import { readOffHours } from './settings.ts';

/** A commit at a time may begin that much later, if the worker was not running. */
const GRACE_MS = 60 * 60 * 1000;

/**
 * Has the commit of the validated staging begin by itself, instead of one that was scheduled before. Scheduling counts
 * as asking: above a limit it is held like a commit (SYNC-13).
 * @throws Conflict where a commit is not allowed now, or held; Invalid for a time that can't be
 */
export async function scheduleCommit(ctx: Context, asked: ScheduleRequest): Promise<Schedule> {
  const { actor } = ctx;
  if (actor.kind !== 'user') throw new Forbidden('Only an admin can schedule a commit.');
  const { held, schedule } = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await lockLatestRun(tx);
    assertAllowed(run, 'commit');
    if (run.jobKind) throw new Conflict('A job is under way. Schedule the commit once it has ended.');
    const window = await windowOf(ctx, tx, asked);
    const limits = await holdCommit(ctx, tx, run);
    // The mark is to stay, so it is refused behind the transaction.
    if (limits.length > 0) return { held: heldConflict(run, limits) };
    await dropSchedule(tx);
    const id = ctx.newId();
    await tx.run(
      `insert into commit_schedule (district_id, id, run_id, validation_id, kind, due_at, latest_at, scheduled_at,
                                    scheduled_by, scheduled_by_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.districtId,
        id,
        run.id,
        run.validationId,
        asked.when,
        window.from,
        window.to,
        ctx.now,
        actor.name,
        actor.id,
      ],
    );
    await sendJob(ctx.db, tx, SCHEDULES_QUEUE, { districtId: tx.districtId, jobId: id }, window.from);
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
