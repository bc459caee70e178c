import { rowWriter } from '../../../db/rows.ts';
import { address, household, householdLocation, householdMember } from '../../../db/schema/household.ts';
import {
  districtAssignment,
  employment,
  enrollment,
  guardianship,
  identity,
} from '../../../db/schema/person.ts';
import type { Rows, Table } from './change.ts';

type Written<T extends Table> = { id: string } & Rows[T];

/** The set-based writers of the plan's tables, but person and title, which need more than their row. */
export const writers = {
  address: rowWriter<Written<'address'>>(address, [
    'id',
    'matchKey',
    'postOfficeBox',
    'number',
    'prefix',
    'street',
    'tag',
    'direction',
    'apt',
    'city',
    'state',
    'zip',
    'county',
    'locationCode',
    'tract',
    'block',
  ]),
  identity: rowWriter<Written<'identity'>>(identity, [
    'id',
    'personId',
    'lastName',
    'firstName',
    'middleName',
    'startDate',
    'endDate',
    'current',
  ]),
  employment: rowWriter<Written<'employment'>>(employment, ['id', 'personId', 'hireDate', 'terminationDate']),
  districtAssignment: rowWriter<Written<'districtAssignment'>>(districtAssignment, [
    'id',
    'personId',
    'schoolNumber',
    'assignmentCode',
    'titleCode',
    'startDate',
    'endDate',
  ]),
  household: rowWriter<Written<'household'>>(household, ['id', 'name', 'phone', 'staffHousehold']),
  householdMember: rowWriter<Written<'householdMember'>>(householdMember, [
    'id',
    'householdId',
    'personId',
    'startDate',
    'endDate',
  ]),
  householdLocation: rowWriter<Written<'householdLocation'>>(householdLocation, [
    'id',
    'householdId',
    'addressId',
    'startDate',
    'endDate',
    'mailing',
    'physical',
    'private',
    'secondary',
  ]),
  enrollment: rowWriter<Written<'enrollment'>>(enrollment, [
    'id',
    'personId',
    'schoolNumber',
    'grade',
    'startDate',
    'endDate',
  ]),
  guardianship: rowWriter<Written<'guardianship'>>(guardianship, [
    'id',
    'guardianId',
    'studentId',
    'relationship',
  ]),
};
