import { and, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { householdLocation } from '../../db/schema/household.ts';
import type { Stored } from '../change/campus-state.ts';
import type { Rows } from '../change/change.ts';
import { COLUMNS } from '../change/columns.ts';

export type LocationRow = Rows['householdLocation'];
export type Location = Stored<'householdLocation'>;

const atDropped = alias(householdLocation, 'at_dropped');

const ofPair = defineQuery(
  'locations of the households of two addresses',
  (orm, p: Params<{ keptId: string; droppedId: string }>) =>
    orm
      .select(COLUMNS.householdLocation)
      .from(householdLocation)
      .where(
        and(
          inDistrict(householdLocation),
          sql`${householdLocation.addressId} in (${p.keptId}, ${p.droppedId})`,
          inArray(
            householdLocation.householdId,
            orm
              .select({ id: atDropped.householdId })
              .from(atDropped)
              .where(and(inDistrict(atDropped), eq(atDropped.addressId, p.droppedId))),
          ),
        ),
      )
      .orderBy(householdLocation.id),
);
/** Of every household that ever was at `droppedId`: its locations there and at `keptId`. */
export const locationsOfPair = (
  tx: Transaction,
  { keptId, droppedId }: { keptId: string; droppedId: string },
): Promise<Location[]> => ofPair(tx, { keptId, droppedId });
