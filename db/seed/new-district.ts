import type { Context, District } from '../../lib/context.ts';
import type { CryptoKeys } from '../../lib/crypto/keys.ts';
import { newId } from '../../lib/new-id.ts';
import { newShortId } from '../../lib/short-id.ts';
import { type Database, errorCode, type Transaction } from '../client.ts';
import type { DistrictId } from '../district-id.ts';
import { defineCommand, type Params } from '../query.ts';
import { district } from '../schema/district.ts';

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
  const made: District = { id: newId() as DistrictId, shortId: newShortId(), ...given };
  const actor = { kind: 'system' as const, name: 'Seed' };
  const ctx: Context = { actor, district: made, db: owner, keys, now: new Date(), newId };
  return owner.inDistrict(made.id, async (tx) => {
    await insertDistrict(tx, made);
    return fill(ctx, tx);
  });
}

const insert = defineCommand('make a district', (orm, p: Params<District>) =>
  orm.insert(district).values({
    id: p.id,
    shortId: p.shortId,
    appName: p.appName,
    name: p.name,
    timeZone: p.timeZone,
  }),
);

async function insertDistrict(tx: Transaction, row: District): Promise<void> {
  try {
    await insert(tx, row);
  } catch (error) {
    throw errorCode(error) === UNIQUE_VIOLATION ? new DistrictExists(row.appName) : error;
  }
}
