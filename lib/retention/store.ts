import { type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID, ONE } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { retention } from '../../db/schema/retention.ts';
import { unnested } from '../../db/unnested.ts';
import type { Context } from '../context.ts';
import type { Kind } from './kinds.ts';

interface Stored {
  ids: readonly string[];
  kinds: readonly Kind[];
  days: readonly (number | null)[];
  befores: readonly (Date | null)[];
}

const given = alias(retention, 'excluded');
/** Two statements: Citus loses a parameter after the conflict. */
const storing = (name: string, days: SQL) =>
  defineCommand(name, (orm, p: Params<Stored>) => {
    const { table, columns } = unnested('kept', {
      id: [retention.id, p.ids],
      kind: [retention.kind, p.kinds],
      days: [retention.days, p.days],
      before: [retention.removedBefore, p.befores],
    });
    const rows = orm
      .select({
        districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
        id: columns.id.as('id'),
        kind: columns.kind.as('kind'),
        days: columns.days.as('days'),
        removedBefore: columns.before.as('removed_before'),
      })
      .from(table);
    return orm
      .insert(retention)
      .select(rows)
      .onConflictDoUpdate({
        target: [retention.districtId, retention.kind],
        set: {
          days,
          // What is gone stays gone. `greatest` passes over null.
          removedBefore: sql`greatest(${retention.removedBefore}, ${given.removedBefore})`,
        },
      })
      .returning(ONE);
  });

const storeChosen = storing('store how long data is kept', sql`${given.days}`);
const storeGone = storing('store which data is gone', sql`${retention.days}`);

/** Stores for how many days each kind is kept; null for the default. */
export async function storeDays(
  ctx: Pick<Context, 'newId'>,
  tx: Transaction,
  chosen: ReadonlyMap<Kind, number | null>,
): Promise<void> {
  const kinds = [...chosen.keys()];
  const befores = kinds.map(() => null);
  await storeChosen(tx, { ids: kinds.map(ctx.newId), kinds, days: [...chosen.values()], befores });
}

/** Marks data of each kind as gone, before it is removed. */
export async function markGone(
  ctx: Pick<Context, 'newId'>,
  tx: Transaction,
  befores: ReadonlyMap<Kind, Date>,
): Promise<void> {
  const kinds = [...befores.keys()];
  const days = kinds.map(() => null);
  await storeGone(tx, { ids: kinds.map(ctx.newId), kinds, days, befores: [...befores.values()] });
}
