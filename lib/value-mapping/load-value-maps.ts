import { and, not, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { valueMapping } from '../../db/schema/value-mapping.ts';
import type { ValueMap } from '../record/map-values.ts';
import { isCampusCode } from './campus-code.ts';

/** A mapping without effect is left out: Campus has the value itself. */
const mappingsOf = defineQuery(
  'value mappings in effect of clients',
  (orm, p: Params<{ clientIds: readonly string[] }>) =>
    orm
      .select({
        clientId: valueMapping.clientId,
        kind: valueMapping.kind,
        value: valueMapping.value,
        code: valueMapping.code,
      })
      .from(valueMapping)
      .where(
        and(
          inDistrict(valueMapping),
          isOneOf(valueMapping.clientId, p.clientIds),
          not(isCampusCode(orm, sql`${valueMapping.kind}`, sql`${valueMapping.value}`)),
        ),
      ),
);

/** What the values of each client are in Campus now; nothing of a client without mappings. */
export async function loadValueMaps(
  tx: Transaction,
  clientIds: readonly string[],
): Promise<Map<string, ValueMap>> {
  const maps = new Map<string, { [kind in keyof ValueMap]: Map<string, string> }>();
  if (clientIds.length === 0) return maps;
  for (const { clientId, kind, value, code } of await mappingsOf(tx, { clientIds })) {
    const map = maps.get(clientId) ?? {
      schools: new Map(),
      genders: new Map(),
      assignmentCodes: new Map(),
      titles: new Map(),
    };
    map[kind].set(value, code);
    maps.set(clientId, map);
  }
  return maps;
}
