import type { Database } from '../../db/client.ts';
import type { Context } from '../context.ts';
import type { ValueMap } from '../record/map-values.ts';
import { loadValueMaps } from './load-value-maps.ts';

/**
 * What the values of the calling HR system are in Campus; undefined if nothing is mapped. Users send Campus' codes.
 * @param db for a transfer, its connections
 */
export async function ownValueMap(
  { actor, district, ...ctx }: Context,
  db: Pick<Database, 'inDistrict'> = ctx.db,
): Promise<ValueMap | undefined> {
  if (actor.kind !== 'client' || !actor.mapsValues) return undefined;
  const maps = await db.inDistrict(district.id, (tx) => loadValueMaps(tx, [actor.id]));
  return maps.get(actor.id);
}
