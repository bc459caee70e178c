import { type Database, errorCode, type Transaction } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { district } from '../../db/schema/district.ts';
import type { Context, District } from '../context.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { Conflict } from '../failure.ts';
import { newId } from '../new-id.ts';
import { newShortId } from '../short-id.ts';

const UNIQUE_VIOLATION = '23505';

/** Nothing is written into a district that is there. */
export class DistrictExists extends Conflict {
  constructor(appName: string) {
    super(`There is a district “${appName}” already. Choose another appName.`);
  }
}

/** Who opens a district. */
export interface Opener {
  /** In the journal and the audit log. */
  name: string;
  /** The network address they call from; undefined at the command line. */
  address?: string | undefined;
  /** Writes the district's own row. */
  insert: (tx: Transaction, row: District) => Promise<unknown>;
}

/**
 * Opens a district and fills it, both in one transaction.
 *
 * @param db a connection as the database's owner: the app may make districts for a signed-in operator only (`opener.insert`)
 * @throws DistrictExists
 */
export async function openDistrict<T>(
  db: Database,
  keys: CryptoKeys,
  given: Pick<District, 'appName' | 'name' | 'timeZone'>,
  fill: (ctx: Context, tx: Transaction) => Promise<T>,
  opener: Opener = asOwner('Seed'),
): Promise<T> {
  const made: District = { id: newId() as DistrictId, shortId: newShortId(), ...given };
  const { name, address, insert } = opener;
  const actor = { kind: 'system' as const, name };
  const ctx: Context = {
    ...{ actor, district: made, db, keys, now: new Date(), newId },
    ...(address !== undefined && { address }),
  };
  return db.inDistrict(made.id, async (tx) => {
    await insert(tx, made).catch((error) => {
      throw errorCode(error) === UNIQUE_VIOLATION ? new DistrictExists(made.appName) : error;
    });
    return fill(ctx, tx);
  });
}

const insertRow = defineCommand('make a district', (orm, p: Params<District>) =>
  orm.insert(district).values({
    id: p.id,
    shortId: p.shortId,
    appName: p.appName,
    name: p.name,
    timeZone: p.timeZone,
  }),
);

/** Somebody who works as the database's owner. */
export const asOwner = (name: string): Opener => ({ name, insert: insertRow });
