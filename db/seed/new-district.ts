import type { Context, District } from '../../lib/context.ts';
import type { CryptoKeys } from '../../lib/crypto/keys.ts';
import { newId } from '../../lib/new-id.ts';
import { newShortId } from '../../lib/short-id.ts';
import { type Database, errorCode, type Transaction } from '../client.ts';
import type { DistrictId } from '../district-id.ts';

const UNIQUE_VIOLATION = '23505';

/** A seed never writes into a district that is there. */
export class DistrictExists extends Error {
  override name = 'DistrictExists';
  constructor(appName: string) {
    super(`There is a district “${appName}” already. Choose another --app-name.`);
  }
}

/**
 * Opens a district and fills it, both in one transaction.
 *
 * @param owner a connection as the database's owner: the app may not make districts
 * @throws DistrictExists
 */
export async function newDistrict<T>(
  owner: Database,
  keys: CryptoKeys,
  given: Pick<District, 'appName' | 'name' | 'timeZone'>,
  fill: (ctx: Context, tx: Transaction) => Promise<T>,
): Promise<T> {
  const district: District = { id: newId() as DistrictId, shortId: newShortId(), ...given };
  const actor = { kind: 'system' as const, name: 'Seed' };
  const ctx: Context = { actor, district, db: owner, keys, now: new Date(), newId };
  return owner.inDistrict(district.id, async (tx) => {
    await insertDistrict(tx, district);
    return fill(ctx, tx);
  });
}

async function insertDistrict(tx: Transaction, district: District): Promise<void> {
  try {
    await tx.run(
      'insert into district (id, short_id, app_name, name, time_zone) values ($1, $2, $3, $4, $5)',
      [district.id, district.shortId, district.appName, district.name, district.timeZone],
    );
  } catch (error) {
    throw errorCode(error) === UNIQUE_VIOLATION ? new DistrictExists(district.appName) : error;
  }
}
