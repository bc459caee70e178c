import { desc } from 'drizzle-orm';
import { type Database, errorCode } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery } from '../../db/query.ts';
import { apiClientSecret } from '../../db/schema/client.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { allDistricts } from '../district/find-district.ts';
import { secretChecks, secretPlace } from '../oauth/credentials.ts';
import { opened } from './sealed.ts';
import { Tally } from './tally.ts';

/** The keys are not those that the database was filled with. The message names them by their ids. */
export class WrongKeys extends Error {
  override name = 'WrongKeys';
}

/** Rotation goes by district, so the first and the last ones may have different keys. */
const DISTRICTS_AT_EACH_END = 10;
const UNDEFINED_TABLE = '42P01';

const newestSecret = defineQuery('keys: the newest client secret', (orm) =>
  orm
    .select({ id: apiClientSecret.id, cipher: apiClientSecret.cipher, index: apiClientSecret.checkHash })
    .from(apiClientSecret)
    .where(inDistrict(apiClientSecret))
    .orderBy(desc(apiClientSecret.createdAt))
    .limit(1),
);

/**
 * Compares the keys with client secrets that are in the database, before a process seals something with a wrong key. A
 * database without any secret, or without tables, fits every key.
 * @throws WrongKeys
 */
export async function assertKeysFit(db: Database, keys: CryptoKeys): Promise<void> {
  const districts = await allDistricts(db).catch((error) => {
    if (errorCode(error) === UNDEFINED_TABLE) return [];
    throw error;
  });
  const ends = new Set([
    ...districts.slice(0, DISTRICTS_AT_EACH_END),
    ...districts.slice(-DISTRICTS_AT_EACH_END),
  ]);
  const tally = new Tally(keys);
  for (const { id } of ends) {
    const secret = await db.inDistrict(id, (tx) => newestSecret.first(tx));
    if (!secret) continue;
    const row = { ...secret, key: secret.id, place: secretPlace(id, secret.id) };
    const text = opened(keys, row);
    tally.addSealed(row.cipher, text !== undefined);
    const fits = text === undefined || secretChecks(keys, id, text).some((one) => one.equals(row.index));
    tally.addIndex(row.index, fits);
  }
  const { problems } = tally.result();
  if (problems.length === 0) return;
  throw new WrongKeys(['Campus does not start with these keys:', ...problems].join('\n  '));
}
