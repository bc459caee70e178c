import { and, desc, eq, not, notExists, type SQL, sql } from 'drizzle-orm';
import { inDistrict, ONE } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { apiClient } from '../../db/schema/client.ts';
import { assignmentCode, gender, school, title } from '../../db/schema/district.ts';
import { unknownValue, valueMapping } from '../../db/schema/value-mapping.ts';
import type { Context } from '../context.ts';
import { matchValues } from '../record/csv/match-values.ts';
import { VALUE_KINDS, type ValueKind } from '../record/csv/meaning.ts';
import { type Choices, listChoices } from '../reference/choices.ts';
import { CODES, isCampusCode } from './campus-code.ts';
import type { ValueMappings } from './schema.ts';

const clients = defineQuery('clients whose values are mapped', (orm) =>
  orm
    .select({
      id: apiClient.id,
      name: apiClient.name,
      disabled: sql<boolean>`${apiClient.disabledAt} is not null`,
    })
    .from(apiClient)
    .where(inDistrict(apiClient))
    .orderBy(apiClient.createdAt, apiClient.id),
);

const hasCode = (kind: ValueKind): SQL | undefined => {
  const { table, code } = CODES[kind];
  return and(inDistrict(table), eq(valueMapping.kind, kind), eq(code, valueMapping.code));
};

const mappings = defineQuery('value mappings', (orm) =>
  orm
    .select({
      id: valueMapping.id,
      clientId: valueMapping.clientId,
      kind: valueMapping.kind,
      value: valueMapping.value,
      code: valueMapping.code,
      description: sql<
        string | null
      >`coalesce(${school.name}, ${gender.description}, ${assignmentCode.description}, ${title.description})`,
      inEffect: sql<boolean>`${not(isCampusCode(orm, sql`${valueMapping.kind}`, sql`${valueMapping.value}`))}`,
      savedAt: valueMapping.savedAt,
      savedBy: valueMapping.savedBy,
    })
    .from(valueMapping)
    .leftJoin(school, hasCode('schools'))
    .leftJoin(gender, hasCode('genders'))
    .leftJoin(assignmentCode, hasCode('assignmentCodes'))
    .leftJoin(title, hasCode('titles'))
    .where(inDistrict(valueMapping))
    .orderBy(valueMapping.kind, valueMapping.value, valueMapping.id),
);

const unmapped = defineQuery('values of HR without a mapping', (orm, p: Params<{ limit: number }>) => {
  const mapping = orm
    .select(ONE)
    .from(valueMapping)
    .where(
      and(
        inDistrict(valueMapping),
        eq(valueMapping.clientId, unknownValue.clientId),
        eq(valueMapping.kind, unknownValue.kind),
        eq(valueMapping.value, unknownValue.value),
      ),
    );
  return orm
    .select({
      clientId: unknownValue.clientId,
      kind: unknownValue.kind,
      value: unknownValue.value,
      records: unknownValue.records,
      lastSentAt: unknownValue.lastSentAt,
    })
    .from(unknownValue)
    .where(
      and(
        inDistrict(unknownValue),
        notExists(mapping),
        not(isCampusCode(orm, sql`${unknownValue.kind}`, sql`${unknownValue.value}`)),
      ),
    )
    .orderBy(desc(unknownValue.records), desc(unknownValue.lastSentAt), unknownValue.id)
    .limit(p.limit);
});

/** Shown at once: who has more maps the most frequent first. */
const MAX_SHOWN = 100;

/** The mappings of all clients, and what they sent that Campus does not know (REF-3). */
export async function listValueMappings(ctx: Context): Promise<ValueMappings> {
  const choices = await listChoices(ctx);
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const [of, mapped, sent] = await Promise.all([
      clients(tx),
      mappings(tx),
      unmapped(tx, { limit: MAX_SHOWN + 1 }),
    ]);
    return {
      clients: of,
      mappings: mapped.map((one) => ({ ...one, savedAt: one.savedAt.toISOString() })),
      unmapped: sent.slice(0, MAX_SHOWN).map(withProposals(choices)),
      more: sent.length > MAX_SHOWN,
      choices,
    };
  });
}

type Sent = Awaited<ReturnType<typeof unmapped>>[number];

/** As a file's values are matched. */
function withProposals(choices: Choices): (sent: Sent) => ValueMappings['unmapped'][number] {
  const match = Object.fromEntries(
    VALUE_KINDS.map((kind) => [kind, matchValues(kind, choices[kind])]),
  ) as Record<ValueKind, ReturnType<typeof matchValues>>;
  return ({ lastSentAt, ...sent }) => ({
    ...sent,
    lastSentAt: lastSentAt.toISOString(),
    proposed: match[sent.kind](sent.value)?.code ?? null,
  });
}
