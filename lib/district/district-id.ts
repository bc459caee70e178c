import type { Database } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { districtByShortId } from './find-district.ts';

const known = new WeakMap<Database, Map<string, DistrictId>>();

/** A district's id, cached by its short id. A short id never moves to another district, so the cache can't be stale. */
export async function districtIdOf(db: Database, shortId: string): Promise<DistrictId | undefined> {
  const ids = known.get(db) ?? new Map<string, DistrictId>();
  known.set(db, ids);
  const id = ids.get(shortId) ?? (await districtByShortId(db, shortId))?.id;
  if (id) ids.set(shortId, id);
  return id;
}
