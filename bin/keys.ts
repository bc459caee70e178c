import { type Database, openDatabase } from '../db/client.ts';
import type { District } from '../lib/context.ts';
import { type CryptoKeys, cryptoKeys, type KeyRing } from '../lib/crypto/keys.ts';
import { allDistricts } from '../lib/district/find-district.ts';
import { checkKeys } from '../lib/keys/check.ts';
import { rotateKeys } from '../lib/keys/rotate.ts';
import { withSettings } from './environment.ts';

/**
 * Seals everything with the current keys, district by district, as the database's owner. Prints one line of JSON per
 * district and table. Ends with exit code 1 if a value can't be read.
 */
export const rotateAllKeys = (): Promise<void> =>
  inAllDistricts((db, keys, { id, appName }) =>
    rotateKeys(db, keys, id, {
      onTable: ({ table, rotated, unreadable }) => {
        print({ appName, table, rotated, unreadable });
        if (unreadable > 0) process.exitCode = 1;
      },
    }),
  );

/** Reads everything that is sealed. Prints the ids of the keys, then one line of JSON per district and table. */
export const checkAllKeys = (): Promise<void> =>
  inAllDistricts((db, keys, { id, appName }) =>
    checkKeys(db, keys, id, (checked) => {
      print({ appName, ...checked });
      if (checked.problems.length > 0) process.exitCode = 1;
    }),
  );

const inAllDistricts = (
  work: (db: Database, keys: CryptoKeys, district: District) => Promise<void>,
): Promise<void> =>
  withSettings(async (settings) => {
    const keys = cryptoKeys(settings);
    print({ CAMPUS_KEY: idsOf(keys.encryption), CAMPUS_INDEX_KEY: idsOf(keys.index) });
    const db = openDatabase(settings.ownerDatabaseUrl, { max: 2 });
    try {
      for (const district of await allDistricts(db)) await work(db, keys, district);
    } finally {
      await db.close();
    }
  });

const idsOf = ({ current, all }: KeyRing) => ({ current: current.id, old: all.slice(1).map(({ id }) => id) });
const print = (line: object): void => console.log(JSON.stringify(line));
