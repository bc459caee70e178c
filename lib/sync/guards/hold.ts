import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import { sendMessages } from '../../notify/send-messages.ts';
import { callsNow, type RunRow } from '../run/run.ts';
import { exceededLimits, inWords } from './exceeded.ts';
import { guardFigures } from './figures.ts';
import type { Exceeded, Hold } from './schema.ts';
import { readGuards } from './settings.ts';

interface HoldRow extends Omit<Hold, 'heldAt' | 'approvedAt' | 'mayApprove'> {
  id: string;
  heldAt: Date;
  approvedAt: Date | null;
  requestedById: string | null;
}

/** The mark on a run's validation; undefined while its commit is not held, nor was. */
export const holdOf = (tx: Transaction, run: Pick<RunRow, 'validationId'>): Promise<HoldRow | undefined> =>
  tx.row(
    `select id, held_at as "heldAt", requested_by as "requestedBy", requested_by_id as "requestedById", limits,
            approved_at as "approvedAt", approved_by as "approvedBy", reason
       from commit_hold where district_id = $1 and validation_id = $2`,
    [tx.districtId, run.validationId],
  );

/**
 * Marks a validated run whose commit is above the district's limits as held, unless an admin has approved that
 * (SYNC-13). The first time it is audited and told of.
 * @returns the limits it is above, none when the commit may go on
 */
export async function holdCommit(ctx: Context, tx: Transaction, run: RunRow): Promise<Exceeded[]> {
  const settings = await readGuards(tx);
  if (!settings.enabled) return [];
  const hold = await holdOf(tx, run);
  if (hold?.approvedAt) return [];
  const figures = await guardFigures(tx, run);
  const limits = figures ? exceededLimits(settings, figures) : [];
  if (limits.length === 0) return [];
  await tx.run(
    `insert into commit_hold
            (district_id, id, run_id, validation_id, held_at, requested_by, requested_by_id, limits)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (district_id, validation_id) do update set limits = excluded.limits`,
    [
      tx.districtId,
      ctx.newId(),
      run.id,
      run.validationId,
      ctx.now,
      ctx.actor.name,
      ctx.actor.kind === 'user' ? ctx.actor.id : null,
      JSON.stringify(limits),
    ],
  );
  if (hold) return limits;
  await recordAudit(ctx, tx, { action: 'sync.held', target: run.id, detail: { limits } });
  await sendMessages(tx, ctx.newId, {
    type: 'HR Sync Commit',
    subject: 'The commit of a staff synchronization is held',
    body: `${limits.map(inWords).join('.\n')}.\n\nAsked for by ${ctx.actor.name}. Nothing was committed: it waits until an admin approves it.`,
    link: '/business-office/synchronization/guards',
    eventKey: `held:${run.validationId}`,
    createdAt: ctx.now,
  });
  return limits;
}

/** What whoever asked for a held commit is told. */
export const heldConflict = (run: RunRow, limits: readonly Exceeded[]): Conflict =>
  new Conflict(
    `The commit is held: ${limits.map(inWords).join('; ')}. Nothing was committed. ` +
      'An admin of the district can approve it on the Staff Synchronization page; then commit again.',
    [],
    { state: run.status, allowed: [...callsNow(run)], runId: run.id, held: { limits } },
  );

/** The hold of a validated run as the page shows it; null where there is none. */
export async function viewHold(ctx: Context, tx: Transaction, run: RunRow | undefined): Promise<Hold | null> {
  if (run?.status !== 'validated') return null;
  const hold = await holdOf(tx, run);
  if (!hold) return null;
  const { id: _, requestedById, heldAt, approvedAt, ...rest } = hold;
  const { secondPerson } = await readGuards(tx);
  const asked = ctx.actor.kind === 'user' && ctx.actor.id === requestedById;
  return {
    ...rest,
    heldAt: heldAt.toISOString(),
    approvedAt: approvedAt?.toISOString() ?? null,
    mayApprove: !(secondPerson && asked),
  };
}
