import { keysOf } from '../../../db/columns-of.ts';
import { type RowWriter, rowWriter } from '../../../db/rows.ts';
import { title } from '../../../db/schema/district.ts';
import { address, household, householdLocation, householdMember } from '../../../db/schema/household.ts';
import {
  districtAssignment,
  employment,
  enrollment,
  guardianship,
  identity,
} from '../../../db/schema/person.ts';
import type { Rows, Table } from '../change.ts';
import { COLUMNS } from '../columns.ts';

export type WrittenTable = Exclude<Table, 'person'>;

/** The set-based writers of the plan's tables, but of person, which needs more than its row. */
export const writers: { [T in WrittenTable]: RowWriter<{ id: string } & Rows[T]> } = {
  title: rowWriter(title, keysOf(COLUMNS.title)),
  address: rowWriter(address, keysOf(COLUMNS.address)),
  identity: rowWriter(identity, keysOf(COLUMNS.identity)),
  employment: rowWriter(employment, keysOf(COLUMNS.employment)),
  districtAssignment: rowWriter(districtAssignment, keysOf(COLUMNS.districtAssignment)),
  household: rowWriter(household, keysOf(COLUMNS.household)),
  householdMember: rowWriter(householdMember, keysOf(COLUMNS.householdMember)),
  householdLocation: rowWriter(householdLocation, keysOf(COLUMNS.householdLocation)),
  enrollment: rowWriter(enrollment, keysOf(COLUMNS.enrollment)),
  guardianship: rowWriter(guardianship, keysOf(COLUMNS.guardianship)),
};
