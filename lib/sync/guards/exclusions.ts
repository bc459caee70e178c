import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict, ONE } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { exclusion } from '../../../db/schema/guards.ts';
import { unnested } from '../../../db/unnested.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound, type Warning } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';
import { SYNC_TEXTS } from '../texts.ts';
import type { Exclude, ExcludeSeveral, Exclusion } from './schema.ts';

const keys = defineQuery('who is excluded from commits', (orm) =>
  orm.select({ key: exclusion.staffNumberKey }).from(exclusion).where(inDistrict(exclusion)),
);
const list = defineQuery('the people excluded from commits', (orm) =>
  orm
    .select({
      staffNumber: exclusion.staffNumber,
      reason: exclusion.reason,
      excludedAt: exclusion.heldAt,
      excludedBy: exclusion.heldBy,
    })
    .from(exclusion)
    .where(inDistrict(exclusion))
    .orderBy(exclusion.staffNumberKey),
);
interface NewExclusions {
  ids: readonly string[];
  keys: readonly string[];
  staffNumbers: readonly string[];
  reason: string;
  excludedAt: Date;
  excludedBy: string;
}
const exclude = defineCommand('exclude people from commits', (orm, p: Params<NewExclusions>) => {
  const { table, selection } = unnested('given', {
    id: [exclusion.id, p.ids],
    staffNumberKey: [exclusion.staffNumberKey, p.keys],
    staffNumber: [exclusion.staffNumber, p.staffNumbers],
  });
  return orm
    .insert(exclusion)
    .select(
      orm
        .select({
          districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
          ...selection,
          reason: asStored(p.reason, exclusion.reason).as('reason'),
          heldAt: sql`${p.excludedAt}::timestamptz`.as('held_at'),
          heldBy: asStored(p.excludedBy, exclusion.heldBy).as('held_by'),
        })
        .from(table),
    )
    .onConflictDoNothing({ target: [exclusion.districtId, exclusion.staffNumberKey] })
    .returning(ONE);
});
const include = defineCommand('include a person in commits', (orm, p: Params<{ key: string }>) =>
  orm.delete(exclusion).where(and(inDistrict(exclusion), eq(exclusion.staffNumberKey, p.key))),
);

/** The people excluded from commits, by the keys of their staff numbers. */
export async function excludedKeys(tx: Transaction): Promise<ReadonlySet<string>> {
  return new Set((await keys(tx)).map(({ key }) => key));
}

/** The warning in the result of an excluded person. */
export const EXCLUDED: Warning = {
  code: 'heldOut',
  message: SYNC_TEXTS.excluded(),
};

export async function listExclusions(tx: Transaction): Promise<Exclusion[]> {
  const rows = await list(tx);
  return rows.map((row) => ({ ...row, excludedAt: row.excludedAt.toISOString() }));
}

/** Commits skip the person from now on, with a result of its own kind (SYNC-13). @throws Conflict if they do already */
export async function excludePerson(ctx: Context, { staffNumber, reason }: Exclude): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const added = await excludeAll(ctx, tx, [staffNumber], reason);
    if (added === 0) throw new Conflict(SYNC_TEXTS.alreadyExcluded(staffNumber));
    await recordAudit(ctx, tx, { action: 'sync.holdOut', target: staffNumber, detail: { reason } });
  });
}

/** The same for several people, in one entry of the audit log. Those who are excluded already keep their reason. */
export async function excludePeople(ctx: Context, { staffNumbers, reason }: ExcludeSeveral): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await excludeAll(ctx, tx, staffNumbers, reason);
    const detail = { reason, staffNumbers };
    await recordAudit(ctx, tx, { action: 'sync.holdOut', target: staffNumbers[0] ?? '', detail });
  });
}

/** @returns how many were not excluded before */
const excludeAll = (ctx: Context, tx: Transaction, staffNumbers: readonly string[], reason: string) =>
  exclude(tx, {
    ids: staffNumbers.map(() => ctx.newId()),
    keys: staffNumbers.map(staffNumberKey),
    staffNumbers,
    reason,
    excludedAt: ctx.now,
    excludedBy: ctx.actor.name,
  });

/** Ends an exclusion. @throws NotFound when the person is not excluded */
export async function includePerson(ctx: Context, { staffNumber }: { staffNumber: string }): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const removed = await include(tx, { key: staffNumberKey(staffNumber) });
    if (removed === 0) throw new NotFound(SYNC_TEXTS.notExcluded(staffNumber));
    await recordAudit(ctx, tx, { action: 'sync.letIn', target: staffNumber });
  });
}
