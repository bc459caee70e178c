import type { Database } from '../../db/client.ts';
import { districtByShortId } from './find-district.ts';

const known = new WeakMap<Database, Map<string, string>>();

/** A short id never changes hands, so once found its district's id is kept: a lookup less at every call. */
export async function districtIdOf(db: Database, shortId: string): Promise<string | undefined> {
  const ids = known.get(db) ?? new Map<string, string>();
  known.set(db, ids);
  const id = ids.get(shortId) ?? (await districtByShortId(db, shortId))?.id;
  if (id) ids.set(shortId, id);
  return id;
}
