import type { Database } from '../../db/client.ts';
import type { Context } from '../context.ts';
import type { ValueMap } from '../record/map-values.ts';
import { loadValueMaps, NO_VALUES } from './load-value-maps.ts';

/**
 * What the caller's values are in Campus: those of an HR system. Users send Campus' codes.
 * @param db for a transfer, its connections
 */
export async function ownValueMap(
  { actor, district, ...ctx }: Context,
  db: Pick<Database, 'inDistrict'> = ctx.db,
): Promise<ValueMap> {
  if (actor.kind !== 'client') return NO_VALUES;
  const maps = await db.inDistrict(district.id, (tx) => loadValueMaps(tx, [actor.id]));
  return maps.get(actor.id) ?? NO_VALUES;
}
