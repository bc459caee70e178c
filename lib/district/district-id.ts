import type { Database } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { districtByShortId } from './find-district.ts';

/** For as long a call in a district that was closed may fail with 500 instead of 401. */
const KEPT_MS = 60_000;

const known = new WeakMap<Database, Map<string, { id: DistrictId; until: number }>>();

/** A district's id, cached by its short id. A short id never moves to another district, but a district may be closed. */
export async function districtIdOf(db: Database, shortId: string): Promise<DistrictId | undefined> {
  const ids = known.get(db) ?? new Map();
  known.set(db, ids);
  const kept = ids.get(shortId);
  if (kept && kept.until > Date.now()) return kept.id;
  const id = (await districtByShortId(db, shortId))?.id;
  if (id) ids.set(shortId, { id, until: Date.now() + KEPT_MS });
  else ids.delete(shortId);
  return id;
}
