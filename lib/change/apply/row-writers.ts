import { rowWriter } from '../../../db/rows.ts';
import { address, household, householdLocation, householdMember } from '../../../db/schema/household.ts';
import {
  districtAssignment,
  employment,
  enrollment,
  guardianship,
  identity,
} from '../../../db/schema/person.ts';
import type { Rows, Table } from '../change.ts';
import { COLUMNS } from './columns.ts';

type Written<T extends Table> = { id: string } & Rows[T];

/** The set-based writers of the plan's tables, but person and title, which need more than their row. */
export const writers = {
  address: rowWriter<Written<'address'>>(address, ['id', ...COLUMNS.address]),
  identity: rowWriter<Written<'identity'>>(identity, ['id', ...COLUMNS.identity]),
  employment: rowWriter<Written<'employment'>>(employment, ['id', ...COLUMNS.employment]),
  districtAssignment: rowWriter<Written<'districtAssignment'>>(districtAssignment, [
    'id',
    ...COLUMNS.districtAssignment,
  ]),
  household: rowWriter<Written<'household'>>(household, ['id', ...COLUMNS.household]),
  householdMember: rowWriter<Written<'householdMember'>>(householdMember, ['id', ...COLUMNS.householdMember]),
  householdLocation: rowWriter<Written<'householdLocation'>>(householdLocation, [
    'id',
    ...COLUMNS.householdLocation,
  ]),
  enrollment: rowWriter<Written<'enrollment'>>(enrollment, ['id', ...COLUMNS.enrollment]),
  guardianship: rowWriter<Written<'guardianship'>>(guardianship, ['id', ...COLUMNS.guardianship]),
};
