import { openDatabase } from '../db/client.ts';
import { rekeyAddresses } from '../lib/address/rekey.ts';
import { allDistricts } from '../lib/district/find-district.ts';
import { withSettings } from './environment.ts';

/** Computes the keys of all addresses again, as the database's owner. Prints one line of JSON per district. */
export function rekeyAllAddresses(): Promise<void> {
  return withSettings(async ({ ownerDatabaseUrl }) => {
    const db = openDatabase(ownerDatabaseUrl, { max: 2 });
    try {
      for (const { id, appName } of await allDistricts(db))
        console.log(JSON.stringify({ appName, ...(await rekeyAddresses(db, id)) }));
    } finally {
      await db.close();
    }
  });
}
