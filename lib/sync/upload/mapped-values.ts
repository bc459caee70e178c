import { and, desc, isNotNull } from 'drizzle-orm';
import { inDistrict, json } from '../../../db/conditions.ts';
import { defineQuery } from '../../../db/query.ts';
import { columnMapping } from '../../../db/schema/staging.ts';
import type { Context } from '../../context.ts';
import { Invalid, NotFound } from '../../failure.ts';
import { valueKey } from '../../record/csv/match-values.ts';
import { type FileMapping, MAX_VALUES, type ValueKind, type ValueMeaning } from '../../record/csv/meaning.ts';
import { listChoices } from '../../reference/choices.ts';
import { VALUE_MAPPING_TEXTS } from '../../value-mapping/texts.ts';
import { changeNamedMapping } from './keep-mapping.ts';
import { UPLOAD_TEXTS } from './texts.ts';

const latestRules = defineQuery('the latest rules of each mapping', (orm) =>
  orm
    .selectDistinctOn([columnMapping.name], {
      name: columnMapping.name,
      version: columnMapping.version,
      rules: json<Partial<FileMapping> | null>(columnMapping.rules),
      at: columnMapping.confirmedAt,
      by: columnMapping.confirmedBy,
    })
    .from(columnMapping)
    .where(and(inDistrict(columnMapping), isNotNull(columnMapping.name)))
    .orderBy(columnMapping.name, desc(columnMapping.version)),
);

/** What users chose for the values of files, by mapping, each in its latest version. */
export async function valuesOfMappings(ctx: Context) {
  const rows = await ctx.db.inDistrict(ctx.district.id, (tx) => latestRules(tx));
  return rows.map(({ name, version, rules, at, by }) => ({
    ...{ name: name ?? '', version: version ?? 1, at: at.toISOString(), by },
    values: [...(rules?.values ?? [])].sort(inOrder),
  }));
}

const inOrder = (a: ValueMeaning, b: ValueMeaning): number =>
  a.kind.localeCompare(b.kind) || a.value.localeCompare(b.value);

interface Named {
  name: string;
  kind: ValueKind;
  value: string;
}

/**
 * Says what a value is in files with a named mapping, from the next file on: the mapping's next version. Audited.
 * @param code null: rows with the value are ignored
 * @throws NotFound without such a mapping; Invalid for a code that Campus has not
 */
export async function saveFileValue(
  ctx: Context,
  { name, code, ...of }: Named & { code: string | null },
): Promise<{ version: number }> {
  const known = code === null || (await listChoices(ctx))[of.kind].some((choice) => choice.code === code);
  if (!known) throw wrong('/code', VALUE_MAPPING_TEXTS.noSuchCode(of.kind, code));
  return changeNamedMapping(ctx, name, ({ values, ...mapping }) => {
    const others = values.filter((one) => !isSame(one, of));
    if (others.length >= MAX_VALUES) throw wrong('/value', UPLOAD_TEXTS.tooManyValues(MAX_VALUES));
    return { mapping: { ...mapping, values: [...others, { ...of, code }] }, detail: { ...of, after: code } };
  });
}

/** Campus matches the value by itself again, or asks for it. @throws NotFound */
export const removeFileValue = (ctx: Context, { name, ...of }: Named): Promise<{ version: number }> =>
  changeNamedMapping(ctx, name, ({ values, ...mapping }) => {
    const others = values.filter((one) => !isSame(one, of));
    if (others.length === values.length) throw new NotFound(VALUE_MAPPING_TEXTS.noSuchMapping());
    return { mapping: { ...mapping, values: others }, detail: { ...of, removed: true } };
  });

const isSame = (one: Pick<ValueMeaning, 'kind' | 'value'>, other: Pick<ValueMeaning, 'kind' | 'value'>) =>
  one.kind === other.kind && valueKey(one.value) === valueKey(other.value);

const wrong = (pointer: string, message: string): Invalid =>
  new Invalid(message, [{ pointer, code: 'invalid', message }]);
