import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { exclusion } from '../../../db/schema/guards.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound, type Warning } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';
import { SYNC_TEXTS } from '../texts.ts';
import type { Exclude, Exclusion } from './schema.ts';

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
interface NewExclusion {
  id: string;
  key: string;
  staffNumber: string;
  reason: string;
  excludedAt: Date;
  excludedBy: string;
}
const exclude = defineCommand('exclude a person from commits', (orm, p: Params<NewExclusion>) =>
  orm
    .insert(exclusion)
    .values({
      districtId: DISTRICT_ID,
      id: p.id,
      staffNumberKey: p.key,
      staffNumber: p.staffNumber,
      reason: p.reason,
      heldAt: p.excludedAt,
      heldBy: p.excludedBy,
    })
    .onConflictDoNothing({ target: [exclusion.districtId, exclusion.staffNumberKey] }),
);
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
    const added = await exclude(tx, {
      id: ctx.newId(),
      key: staffNumberKey(staffNumber),
      staffNumber,
      reason,
      excludedAt: ctx.now,
      excludedBy: ctx.actor.name,
    });
    if (added === 0) throw new Conflict(SYNC_TEXTS.alreadyExcluded(staffNumber));
    await recordAudit(ctx, tx, { action: 'sync.holdOut', target: staffNumber, detail: { reason } });
  });
}

/** Ends an exclusion. @throws NotFound when the person is not excluded */
export async function includePerson(ctx: Context, { staffNumber }: { staffNumber: string }): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const removed = await include(tx, { key: staffNumberKey(staffNumber) });
    if (removed === 0) throw new NotFound(SYNC_TEXTS.notExcluded(staffNumber));
    await recordAudit(ctx, tx, { action: 'sync.letIn', target: staffNumber });
  });
}
