import type { GivenAddress } from '../../lib/address/components.ts';
import { readAddress } from '../../lib/address/read-address.ts';
import { writers } from '../../lib/change/apply/row-writers.ts';
import type { Context } from '../../lib/context.ts';
import type { Transaction } from '../client.ts';
import { textRow, textRun } from '../sql-text.ts';

export interface GivenHousehold {
  name?: string | null;
  phone?: string | null;
  staffHousehold?: boolean;
  /** Ids of people. */
  members: string[];
  locations?: GivenLocation[];
}

export interface GivenLocation {
  address: GivenAddress;
  startDate?: string | null;
  endDate?: string | null;
  mailing?: boolean;
  physical?: boolean;
  private?: boolean;
  secondary?: boolean;
}

/** In the order given. */
export interface InsertedHousehold {
  id: string;
  locationIds: string[];
  addressIds: string[];
}

/** A household that is in Campus already: a staff household, unless said otherwise, of members without dates. */
export function insertHousehold(ctx: Context, given: GivenHousehold): Promise<InsertedHousehold> {
  const household: InsertedHousehold = { id: ctx.newId(), locationIds: [], addressIds: [] };
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await textRun(
      tx,
      'insert into household (district_id, id, name, phone, staff_household) values ($1, $2, $3, $4, $5)',
      [tx.districtId, household.id, given.name ?? null, given.phone ?? null, given.staffHousehold ?? true],
    );
    for (const personId of given.members)
      await textRun(
        tx,
        'insert into household_member (district_id, id, household_id, person_id) values ($1, $2, $3, $4)',
        [tx.districtId, ctx.newId(), household.id, personId],
      );
    for (const location of given.locations ?? []) {
      const addressId = await insertAddress(ctx, tx, location.address);
      const id = ctx.newId();
      await textRun(
        tx,
        `insert into household_location (district_id, id, household_id, address_id, start_date, end_date,
           mailing, physical, private, secondary)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          tx.districtId,
          id,
          household.id,
          addressId,
          location.startDate ?? null,
          location.endDate ?? null,
          location.mailing ?? true,
          location.physical ?? true,
          location.private ?? false,
          location.secondary ?? false,
        ],
      );
      household.locationIds.push(id);
      household.addressIds.push(addressId);
    }
    return household;
  });
}

/** Found or created, as ADR-3 wants it; the id. */
export async function insertAddress(ctx: Context, tx: Transaction, given: GivenAddress): Promise<string> {
  const { address, matchKeys } = readAddress(given);
  const matchKey = matchKeys.at(-1) as string;
  await writers.address.insertNew(tx, [{ ...address, id: ctx.newId(), matchKey }], ['matchKey']);
  const found = await textRow<{ id: string }>(
    tx,
    'select id from address where district_id = $1 and match_key = $2',
    [tx.districtId, matchKey],
  );
  return (found as { id: string }).id;
}
