import { and, desc, isNotNull } from 'drizzle-orm';
import { inDistrict, json } from '../../../db/conditions.ts';
import { defineQuery } from '../../../db/query.ts';
import { columnMapping } from '../../../db/schema/staging.ts';
import type { Context } from '../../context.ts';
import type { FileMapping, ValueMeaning } from '../../record/csv/meaning.ts';

const latestRules = defineQuery('the latest rules of each mapping', (orm) =>
  orm
    .selectDistinctOn([columnMapping.name], {
      name: columnMapping.name,
      rules: json<Partial<FileMapping> | null>(columnMapping.rules),
    })
    .from(columnMapping)
    .where(and(inDistrict(columnMapping), isNotNull(columnMapping.name)))
    .orderBy(columnMapping.name, desc(columnMapping.version)),
);

/** What users chose for the values of files, by the mapping's name; nothing of a mapping without such choices. */
export async function valuesOfMappings(ctx: Context): Promise<{ name: string; values: ValueMeaning[] }[]> {
  const rows = await ctx.db.inDistrict(ctx.district.id, (tx) => latestRules(tx));
  return rows.flatMap(({ name, rules }) =>
    name !== null && rules?.values?.length ? [{ name, values: rules.values }] : [],
  );
}
