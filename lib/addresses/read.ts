import type { StoredAddress } from '../address/stored-address.ts';
import type { Context } from '../context.ts';
import { Conflict, NotFound } from '../failure.ts';
import { addressesById } from './pair.ts';
import { ADDRESS_TEXTS } from './texts.ts';

/** One address that was not merged. @throws NotFound; Conflict when it was merged */
export const readAddressById = (ctx: Context, { id }: { id: string }): Promise<StoredAddress> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const address = (await addressesById(tx, [id])).get(id);
    if (!address) throw new NotFound(ADDRESS_TEXTS.noSuchAddress());
    if (address.mergedInto) throw new Conflict(ADDRESS_TEXTS.wasMerged());
    return address;
  });
