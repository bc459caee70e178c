import { createHash } from 'node:crypto';
import { and, desc, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { columnMapping } from '../../../db/schema/staging.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { headerKey } from '../../record/csv/header-key.ts';
import type { FileMapping } from '../../record/csv/meaning.ts';
import { type KeptColumn, latestMapping, latestVersion, type Rules } from './named-mapping.ts';

/** A district remembers so many mappings without a name; the oldest go. */
const UNNAMED_KEPT = 200;

/** Held until the transaction ends: two who save at once make two versions. */
const lockName = defineQuery('lock the name of a mapping', (orm, p: Params<{ name: string }>) =>
  orm
    .select({ locked: sql`1` })
    .from(sql`pg_advisory_xact_lock(hashtextextended(${DISTRICT_ID}::text || ' ' || ${p.name}::text, 3))`),
);

/**
 * Saves a change of a named mapping as its next version.
 * @param change returns what the audit log says of it, too
 * @throws NotFound
 */
export const changeNamedMapping = (
  ctx: Context,
  name: string,
  change: (mapping: FileMapping) => { mapping: FileMapping; detail: object },
): Promise<{ version: number }> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockName.first(tx, { name });
    const last = await latestMapping(tx, name);
    const { mapping, detail } = change(last.mapping);
    return { version: (await keepUsedMapping(ctx, tx, name, mapping, detail))?.version ?? last.version };
  });

/**
 * Keeps how a file was read, under a name as its next version, or only to be remembered for the next file. The same mapping
 * once more is no new version.
 */
export async function keepUsedMapping(
  ctx: Context,
  tx: Transaction,
  name: string | null,
  { columns, ...rules }: FileMapping,
  detail: object = {},
): Promise<{ name: string; version: number } | null> {
  if (name !== null) await lockName.first(tx, { name });
  const kept: KeptColumn[] = columns.map((column) => ({ ...column, key: headerKey(column.header) }));
  const last = name === null ? undefined : await latestVersion.first(tx, { name });
  const isSame = last && keyOf(last.columns, last.rules) === keyOf(kept, rules);
  const version = name === null ? null : isSame ? last.version : (last?.version ?? 0) + 1;
  await insertVersion(tx, {
    id: ctx.newId(),
    name,
    version,
    contentKey: createHash('sha256')
      .update(`${name}\0${version}\0${keyOf(kept, rules)}`)
      .digest('hex'),
    columns: kept,
    rules,
    at: ctx.now,
    by: ctx.actor.name,
  });
  if (name === null || version === null) {
    await removeOldest(tx, { kept: UNNAMED_KEPT });
    return null;
  }
  if (!isSame)
    await recordAudit(ctx, tx, { action: 'sync.mapping', target: name, detail: { version, ...detail } });
  return { name, version };
}

/** The order of members is Postgres' in what was stored. */
const keyOf = (columns: readonly KeptColumn[], rules: Rules | null): string =>
  JSON.stringify(sorted({ columns, rules }));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]),
  );
}

interface Version {
  id: string;
  name: string | null;
  version: number | null;
  contentKey: string;
  columns: KeptColumn[];
  rules: Rules;
  at: Date;
  by: string;
}
const insertVersion = defineCommand('keep a version of a mapping', (orm, p: Params<Version>) =>
  orm
    .insert(columnMapping)
    .values({
      districtId: DISTRICT_ID,
      id: p.id,
      name: p.name,
      version: p.version,
      contentKey: p.contentKey,
      columns: p.columns,
      rules: p.rules,
      confirmedAt: p.at,
      confirmedBy: p.by,
    })
    .onConflictDoUpdate({
      target: [columnMapping.districtId, columnMapping.contentKey],
      set: { confirmedAt: sql`excluded.confirmed_at`, confirmedBy: sql`excluded.confirmed_by` },
    }),
);

const removeOldest = defineCommand(
  'remove the oldest mappings without a name',
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
