import type { Database } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { districtByShortId } from './find-district.ts';

const known = new WeakMap<Database, Map<string, DistrictId>>();

/** A short id never changes hands, so once found its district's id is kept: a lookup less at every call. */
export async function districtIdOf(db: Database, shortId: string): Promise<DistrictId | undefined> {
  const ids = known.get(db) ?? new Map<string, DistrictId>();
  known.set(db, ids);
  const id = ids.get(shortId) ?? (await districtByShortId(db, shortId))?.id;
  if (id) ids.set(shortId, id);
  return id;
}
