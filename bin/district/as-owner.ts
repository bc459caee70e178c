import { type Database, errorCode, openDatabase } from '../../db/client.ts';
import { pendingMigrations } from '../../db/pending-migrations.ts';
import { type CryptoKeys, cryptoKeys } from '../../lib/crypto/keys.ts';
import { assertKeysFit } from '../../lib/keys/assert-keys-fit.ts';
import type { ownerSettings } from '../../lib/settings.ts';
import { withSettings } from '../environment.ts';

/** What an operator's command works with: the database as its owner, on one connection. */
export interface OwnerTools {
  db: Database;
  keys: CryptoKeys;
  settings: ReturnType<typeof ownerSettings>;
}

const NOT_THERE = new Set(['42P01', '3F000']);

/** Runs an operator's command, if the database has this release's tables and was filled with these keys. */
export const asOwner = (work: (tools: OwnerTools) => Promise<void>): Promise<void> =>
  withSettings(async (settings) => {
    const keys = cryptoKeys(settings);
    const db = openDatabase(settings.ownerDatabaseUrl, { max: 1 });
    try {
      const pending = await pendingMigrations(db).catch((error) => {
        if (NOT_THERE.has(errorCode(error) ?? '')) return ['all'];
        throw error;
      });
      if (pending.length > 0)
        throw new Error('The database is not up to date with this release. Run `campus migrate` first.');
      await assertKeysFit(db, keys);
      await work({ db, keys, settings });
    } finally {
      await db.close();
    }
  });
