import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, json } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { columnMapping } from '../../../db/schema/staging.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../failure.ts';
import type { ColumnMeaning, FileMapping } from '../../record/csv/meaning.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** A district's mapping in its latest version. */
export interface NamedMapping {
  name: string;
  version: number;
  mapping: FileMapping;
}

/** A column, with what its header is found by. */
export type KeptColumn = ColumnMeaning & { key: string };
/** What a mapping has besides its columns. */
export type Rules = Omit<FileMapping, 'columns'>;

const NO_RULES: Rules = { reading: {}, fixed: [], values: [] };

const COLUMNS = {
  version: columnMapping.version,
  columns: json<KeptColumn[]>(columnMapping.columns),
  rules: json<Rules | null>(columnMapping.rules),
};

export const latestVersion = defineQuery(
  'the latest version of a mapping',
  (orm, p: Params<{ name: string }>) =>
    orm
      .select(COLUMNS)
      .from(columnMapping)
      .where(and(inDistrict(columnMapping), eq(columnMapping.name, p.name)))
      .orderBy(desc(columnMapping.version))
      .limit(1),
);

/** @throws NotFound */
export const namedMapping = (ctx: Context, name: string): Promise<NamedMapping> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => latestMapping(tx, name));

/** In the caller's transaction. @throws NotFound */
export async function latestMapping(tx: Transaction, name: string): Promise<NamedMapping> {
  const row = await latestVersion.first(tx, { name });
  if (!row) throw new NotFound(UPLOAD_TEXTS.mappingUnknown(name));
  const columns = row.columns.map(({ key, ...column }) => column);
  return { name, version: row.version ?? 1, mapping: { ...NO_RULES, ...row.rules, columns } };
}

const latestVersions = defineQuery('the mappings of a district', (orm) =>
  orm
    .selectDistinctOn([columnMapping.name], {
      name: columnMapping.name,
      version: columnMapping.version,
      columns: sql<number>`jsonb_array_length(${columnMapping.columns})`,
      at: columnMapping.confirmedAt,
      by: columnMapping.confirmedBy,
    })
    .from(columnMapping)
    .where(and(inDistrict(columnMapping), isNotNull(columnMapping.name)))
    .orderBy(columnMapping.name, desc(columnMapping.version)),
);

/** The latest version of each mapping, by name. */
export async function listMappings(ctx: Context) {
  const rows = await ctx.db.inDistrict(ctx.district.id, (tx) => latestVersions(tx));
  return rows.map(({ name, version, at, ...row }) => ({
    ...row,
    name: name ?? '',
    version: version ?? 1,
    at: at.toISOString(),
  }));
}

const removeVersions = defineCommand('remove a mapping', (orm, p: Params<{ name: string }>) =>
  orm.delete(columnMapping).where(and(inDistrict(columnMapping), eq(columnMapping.name, p.name))),
);

/** Removes a mapping with all of its versions. @throws NotFound */
export async function removeMapping(ctx: Context, name: string): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    if ((await removeVersions(tx, { name })) === 0) throw new NotFound(UPLOAD_TEXTS.mappingUnknown(name));
    await recordAudit(ctx, tx, { action: 'sync.mapping.remove', target: name });
  });
}
