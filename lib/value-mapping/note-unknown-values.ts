import { and, desc, eq, inArray, not, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict, ONE } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { maskerOf } from '../../db/schema/masked.ts';
import { unknownValue } from '../../db/schema/value-mapping.ts';
import { unnested } from '../../db/unnested.ts';
import type { Context } from '../context.ts';
import type { ValueKind } from '../record/csv/meaning.ts';
import { isCampusCode } from './campus-code.ts';

/** Of a client the values that were sent last are kept. A client that sends anything at random fills no table. */
export const MAX_UNKNOWN_VALUES = 2_000;

export interface SentValue {
  kind: ValueKind;
  value: string;
  /** How many records have it. */
  records: number;
}

const excluded = alias(unknownValue, 'excluded');

/** In one order, so that two calls at once never wait for each other. */
const upsertUnknown = defineCommand(
  'count values that Campus does not know',
  (
    orm,
    p: Params<{
      ids: readonly string[];
      clientId: string;
      kinds: readonly ValueKind[];
      values: readonly string[];
      records: readonly number[];
      at: Date;
    }>,
  ) => {
    const { table, columns, selection } = unnested('sent', {
      id: [unknownValue.id, p.ids],
      kind: [unknownValue.kind, p.kinds],
      value: [unknownValue.value, p.values],
      records: [unknownValue.records, p.records],
    });
    return orm
      .insert(unknownValue)
      .select(
        orm
          .select({
            districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
            id: selection.id,
            clientId: sql`${p.clientId}::uuid`.as('client_id'),
            kind: selection.kind,
            value: selection.value,
            records: selection.records,
            lastSentAt: asStored(p.at, unknownValue.lastSentAt).as('last_sent_at'),
          })
          .from(table)
          .where(not(isCampusCode(orm, columns.kind, columns.value)))
          .orderBy(columns.kind, columns.value),
      )
      .onConflictDoUpdate({
        target: [unknownValue.districtId, unknownValue.clientId, unknownValue.kind, unknownValue.value],
        set: {
          records: sql`least(${unknownValue.records}::bigint + ${excluded.records}, 2147483647)::integer`,
          lastSentAt: sql`${excluded.lastSentAt}`,
        },
      })
      .returning(ONE);
  },
);

const removeOldest = defineCommand(
  'remove the oldest values that Campus does not know',
  (orm, p: Params<{ clientId: string; kept: number }>) => {
    const oldest = orm
      .select({ id: unknownValue.id })
      .from(unknownValue)
      .where(and(inDistrict(unknownValue), eq(unknownValue.clientId, p.clientId)))
      .orderBy(desc(unknownValue.lastSentAt), desc(unknownValue.id))
      .offset(p.kept);
    return orm.delete(unknownValue).where(and(inDistrict(unknownValue), inArray(unknownValue.id, oldest)));
  },
);

/**
 * Remembers which of these values of the calling HR system Campus does not know, for *Value Mapping*. In a separate
 * transaction: the call itself may be refused.
 * @param values each once
 * @param db for a transfer, its connections
 */
export async function noteUnknownValues(
  ctx: Context,
  values: readonly SentValue[],
  db: Pick<Database, 'inDistrict'> = ctx.db,
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'client' || values.length === 0) return;
  const kept = asKept(values);
  await db.inDistrict(ctx.district.id, async (tx) => {
    await upsertUnknown(tx, {
      ids: kept.map(() => ctx.newId()),
      clientId: actor.id,
      kinds: kept.map(({ kind }) => kind),
      values: kept.map(({ value }) => value),
      records: kept.map(({ records }) => records),
      at: ctx.now,
    });
    await removeOldest(tx, { clientId: actor.id, kept: MAX_UNKNOWN_VALUES });
  });
}

/** Several values may look like SSNs, which are stored as one and the same mask: they are counted together. */
function asKept(values: readonly SentValue[]): SentValue[] {
  const kept = new Map<string, SentValue>();
  for (const { kind, value: sent, records } of values) {
    const value = mask(sent);
    const key = `${kind} ${value}`;
    kept.set(key, { kind, value, records: records + (kept.get(key)?.records ?? 0) });
  }
  return [...kept.values()];
}

const mask = maskerOf(unknownValue.value) ?? ((value: string) => value);
