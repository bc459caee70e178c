import { createHash } from 'node:crypto';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID, inDistrict, json } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { columnMapping } from '../../../db/schema/staging.ts';
import type { Context } from '../../context.ts';
import { Invalid, NotFound } from '../../failure.ts';
import type { Remembered } from '../../record/csv/guess.ts';
import { headerKey } from '../../record/csv/header-key.ts';
import type { ColumnMeaning } from '../../record/csv/meaning.ts';
import { mappingFaults } from './mapping-faults.ts';
import type { Mapping } from './schema.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** A district remembers so many mappings without a name; the oldest go. */
const MAX_MAPPINGS = 200;

type KeptColumn = Mapping['columns'][number] & { key: string };

/**
 * Keeps what the columns of a file are, as an admin confirmed it: an upload names it by its id, and the next file's
 * columns of the same headers are guessed by it. What is kept never changes, so that nobody's upload is read by what
 * another admin confirms meanwhile.
 * @throws Invalid with the column for one that is no property, for two that are the same, and for what is missing
 */
export async function keepMapping(ctx: Context, { columns }: Mapping): Promise<{ id: string }> {
  const errors = mappingFaults({ columns, fixed: [] });
  if (errors.length > 0) throw new Invalid(errors[0]?.message ?? '', errors);
  const kept: KeptColumn[] = columns.map((column) => ({ ...column, key: headerKey(column.header) }));
  const contentKey = createHash('sha256').update(JSON.stringify(kept)).digest('hex');
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const mapping = { id: ctx.newId(), contentKey, columns: kept, at: ctx.now, by: ctx.actor.name };
    const [row] = await insertMapping(tx, mapping);
    await removeOldest(tx, { kept: MAX_MAPPINGS });
    return row ?? { id: mapping.id };
  });
}

const excluded = alias(columnMapping, 'excluded');

const insertMapping = defineQuery(
  'keep a column mapping',
  (orm, p: Params<{ id: string; contentKey: string; columns: KeptColumn[]; at: Date; by: string }>) =>
    orm
      .insert(columnMapping)
      .values({
        districtId: DISTRICT_ID,
        id: p.id,
        contentKey: p.contentKey,
        columns: p.columns,
        confirmedAt: p.at,
        confirmedBy: p.by,
      })
      .onConflictDoUpdate({
        target: [columnMapping.districtId, columnMapping.contentKey],
        set: { confirmedAt: sql`${excluded.confirmedAt}`, confirmedBy: sql`${excluded.confirmedBy}` },
      })
      .returning({ id: columnMapping.id }),
);

const removeOldest = defineCommand(
  'remove the oldest column mappings',
  (orm, p: Params<{ kept: number }>) => {
    const oldest = orm
      .select({ id: columnMapping.id })
      .from(columnMapping)
      .where(and(inDistrict(columnMapping), isNull(columnMapping.name)))
      .orderBy(desc(columnMapping.confirmedAt), desc(columnMapping.id))
      .offset(p.kept);
    return orm.delete(columnMapping).where(and(inDistrict(columnMapping), inArray(columnMapping.id, oldest)));
  },
);

const mappingById = defineQuery('a column mapping by id', (orm, p: Params<{ id: string }>) =>
  orm
    .select({ columns: json<ColumnMeaning[]>(columnMapping.columns) })
    .from(columnMapping)
    .where(and(inDistrict(columnMapping), eq(columnMapping.id, p.id))),
);

/** @throws NotFound when it is not this district's, or was too old to be kept */
export async function readMapping(tx: Transaction, id: string): Promise<ColumnMeaning[]> {
  const row = await mappingById.first(tx, { id });
  if (!row) throw new NotFound(UPLOAD_TEXTS.mappingGone());
  return row.columns;
}

const confirmed = (property: 'key' | 'property' | 'dates') => sql.raw(`c ->> '${property}'`);

const lastConfirmed = defineQuery(
  'what headers were confirmed as last',
  (orm, p: Params<{ keys: readonly string[] }>) =>
    orm
      .selectDistinctOn([sql`${confirmed('key')}`], {
        key: sql<string>`${confirmed('key')}`,
        property: sql<Remembered['property']>`${confirmed('property')}`,
        dates: sql<Remembered['dates']>`${confirmed('dates')}`,
      })
      .from(columnMapping)
      .crossJoinLateral(sql`jsonb_array_elements(${columnMapping.columns}) c`)
      .where(and(inDistrict(columnMapping), sql`${confirmed('key')} = any(${p.keys}::text[])`))
      .orderBy(sql`${confirmed('key')}`, desc(columnMapping.confirmedAt), desc(columnMapping.id)),
);

/** What was confirmed last for each of these headers, by `headerKey`. */
export async function rememberedColumns(
  tx: Transaction,
  headers: readonly string[],
): Promise<Map<string, Remembered>> {
  const rows = await lastConfirmed(tx, { keys: headers.map(headerKey) });
  return new Map(rows.map(({ key, ...remembered }) => [key, remembered]));
}
