import { sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { retention } from '../../db/schema/retention.ts';
import { unnested } from '../../db/unnested.ts';
import type { Context } from '../context.ts';
import { KIND_NAMES, KINDS, type Kind } from './kinds.ts';

const rows = defineQuery('what a district keeps for how long', (orm) =>
  orm
    .select({ kind: retention.kind, days: retention.days, removedBefore: retention.removedBefore })
    .from(retention)
    .where(inDistrict(retention)),
);
const given = alias(retention, 'excluded');
const raiseMarks = defineCommand(
  'mark what is no longer kept',
  (orm, p: Params<{ ids: readonly string[]; kinds: readonly Kind[]; befores: readonly Date[] }>) => {
    const { table, columns } = unnested('mark', {
      id: [retention.id, p.ids],
      kind: [retention.kind, p.kinds],
      before: [retention.removedBefore, p.befores],
    });
    const rows = orm
      .select({
        districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
        id: columns.id.as('id'),
        kind: columns.kind.as('kind'),
        days: sql`null::integer`.as('days'),
        removedBefore: columns.before.as('removed_before'),
      })
      .from(table);
    return orm
      .insert(retention)
      .select(rows)
      .onConflictDoUpdate({
        target: [retention.districtId, retention.kind],
        set: { removedBefore: sql`greatest(${retention.removedBefore}, ${given.removedBefore})` },
      });
  },
);
/** How long a kind is kept. */
export interface Kept {
  days: number;
  /** An operator chose it. */
  chosen: boolean;
  /** What is older is gone, or going; null if nothing is. */
  removedBefore: Date | null;
}

/** How long the district keeps each kind. */
export async function readKept(tx: Transaction): Promise<Record<Kind, Kept>> {
  const stored = new Map((await rows(tx)).map((row) => [row.kind, row]));
  const of = (kind: Kind): Kept => {
    const row = stored.get(kind);
    return {
      days: row?.days ?? KINDS[kind].days,
      chosen: row?.days != null,
      removedBefore: row?.removedBefore ?? null,
    };
  };
  return Object.fromEntries(KIND_NAMES.map((kind) => [kind, of(kind)])) as Record<Kind, Kept>;
}

/** Marks data of each kind as gone, before it is removed. */
export async function markGone(
  ctx: Pick<Context, 'newId'>,
  tx: Transaction,
  befores: ReadonlyMap<Kind, Date>,
): Promise<void> {
  const kinds = [...befores.keys()];
  await raiseMarks(tx, { ids: kinds.map(ctx.newId), kinds, befores: [...befores.values()] });
}
