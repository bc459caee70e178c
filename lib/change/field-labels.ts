import type { PersonRowField } from './person-row.ts';

/** What a user reads of a field, inside a sentence. */
export const FIELD_LABELS = {
  staffNumber: 'staff number',
  gender: 'gender',
  birthDate: 'birth date',
  ssn: 'Social Security number',
  workPhone: 'work phone',
  cellPhone: 'cell phone',
  otherPhone: 'other phone',
  workEmail: 'work email',
  personalEmail: 'personal email',
  name: 'name',
  phone: 'phone',
  titleCode: 'title code',
  assignmentCode: 'assignment code',
  startDate: 'start date',
  endDate: 'end date',
  mailing: 'mailing',
  physical: 'physical',
  private: 'private',
  secondary: 'secondary',
  county: 'county',
  locationCode: 'location code',
  tract: 'tract',
  block: 'block',
  zip: 'ZIP+4',
  hrManagedAt: 'managed by HR',
  lastName: 'last name',
  firstName: 'first name',
  middleName: 'middle name',
  hireDate: 'hire date',
  terminationDate: 'termination date',
  schoolNumber: 'school',
  current: 'current',
  addressId: 'address',
} as const satisfies Record<PersonRowField, string> & Record<string, string>;

export type LabeledField = keyof typeof FIELD_LABELS;

const list = new Intl.ListFormat('en-US');

/** *work phone, cell phone, and birth date* */
export const fieldLabels = (fields: readonly LabeledField[]): string =>
  list.format(fields.map((field) => FIELD_LABELS[field]));

/** The label of any column; a column that nobody edits has its own name. */
export const labelOfColumn = (column: string): string =>
  Object.hasOwn(FIELD_LABELS, column) ? FIELD_LABELS[column as LabeledField] : column;
