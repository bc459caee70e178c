import { and, eq } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { apiClient } from '../../db/schema/client.ts';
import { valueMapping } from '../../db/schema/value-mapping.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { VALUE_MAPPING_TEXTS } from './texts.ts';

const byId = defineQuery('a value mapping', (orm, p: Params<{ id: string }>) =>
  orm
    .select({
      client: apiClient.name,
      kind: valueMapping.kind,
      value: valueMapping.value,
      code: valueMapping.code,
    })
    .from(valueMapping)
    .innerJoin(apiClient, and(inDistrict(apiClient), eq(apiClient.id, valueMapping.clientId)))
    .where(and(inDistrict(valueMapping), eq(valueMapping.id, p.id))),
);
const deleteById = defineCommand('remove a value mapping', (orm, p: Params<{ id: string }>) =>
  orm.delete(valueMapping).where(and(inDistrict(valueMapping), eq(valueMapping.id, p.id))),
);

/** From the next call on, HR's value is what it is without the mapping: unknown, or a new title. @throws NotFound */
export const removeValueMapping = (ctx: Context, { id }: { id: string }): Promise<void> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const found = await byId.first(tx, { id });
    if (!found || (await deleteById(tx, { id })) === 0)
      throw new NotFound(VALUE_MAPPING_TEXTS.noSuchMapping());
    const { client, kind, value, code } = found;
    await recordAudit(ctx, tx, {
      action: 'mapping.remove',
      target: value,
      detail: { client, kind, before: code },
    });
  });
