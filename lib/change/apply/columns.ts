import type { Rows, Table } from '../change.ts';

/** The columns of each table that a plan writes and the journal keeps, besides `id`; a person's are more than their row's. */
export const COLUMNS = {
  address: [
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
  ],
  identity: ['personId', 'lastName', 'firstName', 'middleName', 'startDate', 'endDate', 'current'],
  employment: ['personId', 'hireDate', 'terminationDate'],
  districtAssignment: ['personId', 'schoolNumber', 'assignmentCode', 'titleCode', 'startDate', 'endDate'],
  household: ['name', 'phone', 'staffHousehold'],
  householdMember: ['householdId', 'personId', 'startDate', 'endDate'],
  householdLocation: [
    'householdId',
    'addressId',
    'startDate',
    'endDate',
    'mailing',
    'physical',
    'private',
    'secondary',
  ],
  enrollment: ['personId', 'schoolNumber', 'grade', 'startDate', 'endDate'],
  guardianship: ['guardianId', 'studentId', 'relationship'],
} as const satisfies { [T in Table]?: readonly (keyof Rows[T])[] };
