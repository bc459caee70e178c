import { and, eq, getTableColumns } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict, json } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { commitHold } from '../../../db/schema/guards.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import { queueChosenMail } from '../../mail/queue-chosen.ts';
import { sendMessages } from '../../notify/send-messages.ts';
import { callsNow, type RunRow } from '../run/run.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { exceededLimits, inWords } from './exceeded.ts';
import { guardFigures } from './figures.ts';
import type { Exceeded, Hold } from './schema.ts';
import { readGuards } from './settings.ts';

const { districtId: _, limits: _limits, ...COLUMNS } = getTableColumns(commitHold);
const HOLD = { ...COLUMNS, limits: json<Exceeded[]>(commitHold.limits) };

const holdOfValidation = defineQuery(
  'the hold of a validation',
  (orm, p: Params<{ validationId: string | null }>) =>
    orm
      .select(HOLD)
      .from(commitHold)
      .where(and(inDistrict(commitHold), eq(commitHold.validationId, p.validationId))),
);
export type HoldRow = Awaited<ReturnType<typeof holdOfValidation>>[number];

/** Holds a validation's commit. A hold that is there already gets the limits of now. */
export const insertHold = defineCommand('hold a commit', (orm, p: Params<HoldRow>) =>
  orm
    .insert(commitHold)
    .values({
      districtId: DISTRICT_ID,
      id: p.id,
      runId: p.runId,
      validationId: p.validationId,
      heldAt: p.heldAt,
      requestedBy: p.requestedBy,
      requestedById: p.requestedById,
      limits: p.limits,
      approvedAt: p.approvedAt,
      approvedBy: p.approvedBy,
      reason: p.reason,
    })
    .onConflictDoUpdate({
      target: [commitHold.districtId, commitHold.validationId],
      set: { limits: asStored(p.limits, commitHold.limits) },
    }),
);

/** The hold of a run's latest validation; undefined if its commit was never held. */
export const holdOf = (tx: Transaction, run: Pick<RunRow, 'validationId'>): Promise<HoldRow | undefined> =>
  holdOfValidation.first(tx, { validationId: run.validationId });

/**
 * Holds the commit of a validated run that exceeds the district's limits, unless an admin has approved it (SYNC-13). The
 * first time is audited, and the recipients are notified.
 * @returns the limits it exceeds; none when the commit may go on
 */
export async function holdCommit(ctx: Context, tx: Transaction, run: RunRow): Promise<Exceeded[]> {
  const { validationId } = run;
  const settings = await readGuards(tx);
  if (!settings.enabled || !validationId) return [];
  const hold = await holdOf(tx, run);
  if (hold?.approvedAt) return [];
  const figures = await guardFigures(tx, run);
  const limits = figures ? exceededLimits(settings, figures) : [];
  if (limits.length === 0) return [];
  await insertHold(tx, {
    id: ctx.newId(),
    runId: run.id,
    validationId,
    heldAt: ctx.now,
    requestedBy: ctx.actor.name,
    requestedById: ctx.actor.kind === 'user' ? ctx.actor.id : null,
    limits,
    approvedAt: null,
    approvedBy: null,
    reason: null,
  });
  if (hold) return limits;
  await recordAudit(ctx, tx, { action: 'sync.held', target: run.id, detail: { limits } });
  const report = {
    subject: 'The commit of a staff synchronization waits for approval',
    body: SYNC_TEXTS.held(limits.map(inWords), ctx.actor.name),
    link: '/business-office/synchronization/guards',
    eventKey: `held:${run.validationId}`,
  };
  await sendMessages(tx, ctx.newId, { type: 'HR Sync Commit', ...report, createdAt: ctx.now });
  await queueChosenMail(ctx, tx, { type: 'commitHeld', ...report });
  return limits;
}

/** The answer to the user who asked for a commit that is held. */
export const heldConflict = (run: RunRow, limits: readonly Exceeded[]): Conflict =>
  new Conflict(
    `The commit waits for approval: ${limits.map(inWords).join('; ')}. Nothing was committed. ` +
      'An admin of the district can approve it on the Staff Synchronization page. Then commit again.',
    [],
    { state: run.status, allowed: [...callsNow(run)], runId: run.id, held: { limits } },
  );

/** The hold of a validated run as the page shows it; null where there is none. */
export async function viewHold(ctx: Context, tx: Transaction, run: RunRow | undefined): Promise<Hold | null> {
  if (run?.status !== 'validated') return null;
  const hold = await holdOf(tx, run);
  if (!hold) return null;
  const { requestedById, heldAt, approvedAt, requestedBy, limits, approvedBy, reason } = hold;
  const { secondPerson } = await readGuards(tx);
  const asked = ctx.actor.kind === 'user' && ctx.actor.id === requestedById;
  return {
    requestedBy,
    limits,
    approvedBy,
    reason,
    heldAt: heldAt.toISOString(),
    approvedAt: approvedAt?.toISOString() ?? null,
    mayApprove: !(secondPerson && asked),
  };
}
