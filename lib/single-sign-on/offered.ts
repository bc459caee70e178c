import type { Database } from '../../db/client.ts';
import { districtByAppName } from '../district/find-district.ts';
import { readProvider } from './provider-row.ts';

/** What the sign-in page of a district offers; the same for an unknown district as for one without single sign-on. */
export async function offeredSignOn(
  db: Database,
  appName: string,
): Promise<{ on: boolean; passwordsOff: boolean }> {
  const district = await districtByAppName(db, appName);
  const row = district && (await db.inDistrict(district.id, readProvider));
  return { on: row?.enabled ?? false, passwordsOff: (row?.enabled && row.passwordsOff) ?? false };
}
