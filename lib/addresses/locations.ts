import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import type { Stored } from '../change/campus-state.ts';
import type { Rows } from '../change/change.ts';

export type LocationRow = Rows['householdLocation'];
export type Location = Stored<'householdLocation'>;

const COLUMNS = `l.id, l.household_id as "householdId", l.address_id as "addressId", l.start_date as "startDate",
  l.end_date as "endDate", l.mailing, l.physical, l.private, l.secondary`;

/** Of every household that ever was at `droppedId`: its locations there and at `keptId`. */
export const locationsOfPair = (
  tx: Transaction,
  { keptId, droppedId }: { keptId: string; droppedId: string },
): Promise<Location[]> =>
  tx.rows(
    `select ${COLUMNS} from household_location l
      where l.district_id = $1 and l.address_id in ($2, $3) and l.household_id in (
            select d.household_id from household_location d where d.district_id = $1 and d.address_id = $3)
      order by l.id`,
    [tx.districtId, keptId, droppedId],
  );

export const locationsById = (tx: Transaction, ids: readonly string[]): Promise<Location[]> =>
  tx.rows(
    `select ${COLUMNS} from household_location l where l.district_id = $1 and l.id = any($2::uuid[]) order by l.id`,
    [tx.districtId, arrayLiteral(ids)],
  );
