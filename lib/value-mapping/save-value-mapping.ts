import { and, eq, sql } from 'drizzle-orm';
import { asStored, DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { apiClient } from '../../db/schema/client.ts';
import { valueMapping } from '../../db/schema/value-mapping.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Invalid, NotFound } from '../failure.ts';
import { isCampusCode } from './campus-code.ts';
import type { ValueMappingInput } from './schema.ts';
import { VALUE_MAPPING_TEXTS } from './texts.ts';

const facts = defineQuery('what a value mapping refers to', (orm, p: Params<ValueMappingInput>) =>
  orm
    .select({
      client: apiClient.name,
      campusHasValue: sql<boolean>`${isCampusCode(orm, sql`${p.kind}::text`, sql`${p.value}::text`)}`,
      campusHasCode: sql<boolean>`${isCampusCode(orm, sql`${p.kind}::text`, sql`${p.code}::text`)}`,
      before: valueMapping.code,
    })
    .from(apiClient)
    .leftJoin(
      valueMapping,
      and(
        inDistrict(valueMapping),
        eq(valueMapping.clientId, apiClient.id),
        eq(valueMapping.kind, p.kind),
        eq(valueMapping.value, p.value),
      ),
    )
    .where(and(inDistrict(apiClient), eq(apiClient.id, p.clientId))),
);

const upsert = defineCommand(
  'save a value mapping',
  (orm, p: Params<ValueMappingInput & { id: string; at: Date; by: string }>) =>
    orm
      .insert(valueMapping)
      .values({
        districtId: DISTRICT_ID,
        id: p.id,
        clientId: p.clientId,
        kind: p.kind,
        value: p.value,
        code: p.code,
        savedAt: p.at,
        savedBy: p.by,
      })
      .onConflictDoUpdate({
        target: [valueMapping.districtId, valueMapping.clientId, valueMapping.kind, valueMapping.value],
        set: {
          code: asStored(p.code, valueMapping.code),
          savedAt: asStored(p.at, valueMapping.savedAt),
          savedBy: asStored(p.by, valueMapping.savedBy),
        },
      }),
);

/**
 * Says what a value of an HR system is in Campus, from its next call on and for what it has transferred (REF-3). Audited.
 * @throws NotFound without such a client; Invalid for a value that Campus has, or a code that it has not
 */
export const saveValueMapping = (ctx: Context, input: ValueMappingInput): Promise<void> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { kind, value, code } = input;
    const found = await facts.first(tx, input);
    if (!found) throw new NotFound(VALUE_MAPPING_TEXTS.noSuchClient());
    if (found.campusHasValue) throw wrong('/value', VALUE_MAPPING_TEXTS.campusHasValue(kind, value));
    if (!found.campusHasCode) throw wrong('/code', VALUE_MAPPING_TEXTS.noSuchCode(kind, code));
    if (found.before === code) return;
    await upsert(tx, { ...input, id: ctx.newId(), at: ctx.now, by: ctx.actor.name });
    await recordAudit(ctx, tx, {
      action: 'mapping.save',
      target: value,
      detail: { client: found.client, kind, before: found.before, after: code },
    });
  });

const wrong = (pointer: string, message: string): Invalid =>
  new Invalid(message, [{ pointer, code: 'invalid', message }]);
