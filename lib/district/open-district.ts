import { type Database, errorCode, type Transaction } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { district } from '../../db/schema/district.ts';
import type { Context, District } from '../context.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { newId } from '../new-id.ts';
import { newShortId } from '../short-id.ts';

const UNIQUE_VIOLATION = '23505';

/** Nothing is written into a district that is there. */
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
 * @param actorName who did it, in the journal and the audit log
 * @throws DistrictExists
 */
export async function openDistrict<T>(
  owner: Database,
  keys: CryptoKeys,
  given: Pick<District, 'appName' | 'name' | 'timeZone'>,
  fill: (ctx: Context, tx: Transaction) => Promise<T>,
  actorName = 'Seed',
): Promise<T> {
  const made: District = { id: newId() as DistrictId, shortId: newShortId(), ...given };
  const actor = { kind: 'system' as const, name: actorName };
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
