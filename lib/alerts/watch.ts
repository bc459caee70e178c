import type { Database } from '../../db/client.ts';
import { allDistricts } from '../district/find-district.ts';
import { newId } from '../new-id.ts';
import { notifyOfAlerts } from './notify.ts';

/**
 * Looks in every district for errors above the limit and for silent clients. Several workers may do so at once.
 * @param failed a district that could not be looked at; the others are
 */
export async function watchDistricts(
  db: Database,
  now: Date,
  failed: (error: unknown) => void,
): Promise<void> {
  for (const district of await allDistricts(db))
    await notifyOfAlerts({ db, district, newId, now }).catch(failed);
}
