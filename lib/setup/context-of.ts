import type { Database } from '../../db/client.ts';
import type { Context } from '../context.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { allDistricts, districtByAppName } from '../district/find-district.ts';
import { NotFound } from '../failure.ts';
import { newId } from '../new-id.ts';
import { COMMAND_LINE } from './command-line.ts';
import { SETUP_TEXTS } from './texts.ts';

/** An operator's command acts in a district. @throws NotFound that names the districts there are */
export async function contextOf(db: Database, keys: CryptoKeys, appName: string): Promise<Context> {
  const district = await districtByAppName(db, appName);
  if (!district) {
    const known = (await allDistricts(db)).map((one) => one.appName);
    throw new NotFound(SETUP_TEXTS.noSuchDistrict(appName, known));
  }
  const actor = { kind: 'system', name: COMMAND_LINE } as const;
  return { actor, district, db, keys, now: new Date(), newId };
}
