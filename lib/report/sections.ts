import type { Entry, Section } from './schema.ts';

export interface SectionColumn {
  /** The property of an entry's side. */
  id: string;
  /** As the guide heads the column. */
  label: string;
}

export interface SectionPlan {
  /** The name by which the API and the page ask for it. */
  name: string;
  /** The guide's heading; the figure replaces `{n}`. */
  title: string;
  /** The guide's sentence over the rows. */
  sentence?: string;
  /** Campus above HR, or one row an entry. */
  layout: 'pairs' | 'rows';
  columns: SectionColumn[];
  /** What an empty section means. */
  none: string;
}

const named = (labels: Record<string, string>): SectionColumn[] =>
  Object.entries(labels).map(([id, label]) => ({ id, label }));

const DEMOGRAPHIC = named({
  staffNumber: 'Staff Number',
  lastName: 'Last Name',
  firstName: 'First Name',
  middleName: 'Middle Name',
  gender: 'Gender',
  workEmail: 'Work Email',
  workPhone: 'Work Phone',
  birthDate: 'Birth Date',
});

/** Columns of fields that are shown only where they differ. */
const FURTHER = named({
  ssn: 'SSN',
  personalEmail: 'Personal Email',
  cellPhone: 'Cell',
  otherPhone: 'Other Phone',
  householdName: 'Household Name',
  householdPhone: 'Household Phone',
});

const REPLACED = 'Campus System data will be replaced with the HR System data';
const ADDED = 'HR System data will be added to the Campus System data';

/** VAL-2: headings, sentences and columns as the guide has them. */
export const SECTION_PLANS: Record<Section, SectionPlan> = {
  demographics: {
    name: 'Demographic Differences',
    title: 'Demographic Differences',
    sentence: REPLACED,
    layout: 'pairs',
    columns: DEMOGRAPHIC,
    none: 'HR and Campus agree on every field HR sent for people in both.',
  },
  employments: {
    name: 'District Employment Differences',
    title: 'District Employment Differences',
    sentence: REPLACED,
    layout: 'pairs',
    columns: named({
      staffNumber: 'Staff Number',
      staffMember: 'Staff Member',
      hireDate: 'Hire/Start Date',
      terminationDate: 'Termination/End Date',
    }),
    none: 'Every employment HR sent is in Campus as HR has it.',
  },
  assignments: {
    name: 'District Assignment Differences',
    title: 'District Assignment Differences',
    sentence: REPLACED,
    layout: 'pairs',
    columns: named({
      staffNumber: 'Staff Number',
      staffMember: 'Staff Member',
      titleCode: 'Title Code',
      assignmentCode: 'Assignment Code',
      schoolNumber: 'School Number',
      startDate: 'Start Date',
      endDate: 'End Date',
    }),
    none: 'Every position HR sent is in Campus as HR has it.',
  },
  addresses: {
    name: 'Address Differences',
    title: 'Address Differences',
    sentence: ADDED,
    layout: 'rows',
    columns: named({
      staffMember: 'Staff Member',
      postOfficeBox: 'PO',
      number: 'Number',
      street: 'Street',
      tag: 'Tag',
      prefix: 'Prefix',
      direction: 'Dir',
      apt: 'Apt',
      city: 'City',
      state: 'State',
      zip: 'Zip',
      county: 'County',
    }),
    none: 'Campus has every address HR sent.',
  },
  hrNotInCampus: {
    name: 'HR staff NOT in Campus',
    title: 'HR staff NOT in Campus',
    sentence: ADDED,
    layout: 'rows',
    columns: DEMOGRAPHIC,
    none: 'Campus has everyone HR sent.',
  },
  campusNotInHr: {
    name: 'Campus staff NOT in HR',
    title: 'Campus staff NOT in HR',
    layout: 'rows',
    columns: DEMOGRAPHIC,
    none: 'HR sent everyone who is staff in Campus.',
  },
  duplicateStaffNumbers: {
    name: 'Duplicate Staff Numbers',
    title: '{n} employees with duplicate Staff Numbers in Campus. Staff Numbers must be unique',
    layout: 'rows',
    columns: DEMOGRAPHIC,
    none: 'No two people in Campus share a staff number.',
  },
  errors: {
    name: 'Errors',
    title: 'Errors',
    sentence: 'The commit will refuse these; everyone else is committed',
    layout: 'rows',
    columns: DEMOGRAPHIC,
    none: 'The commit will refuse nobody.',
  },
};

/** The section's columns, and those of further fields that some entry shows. */
export function columnsOf(section: Section, entries: readonly Entry[]): SectionColumn[] {
  const shown = new Set(
    entries.flatMap(({ campus, hr }) => [...Object.keys(campus ?? {}), ...Object.keys(hr ?? {})]),
  );
  return [...SECTION_PLANS[section].columns, ...FURTHER.filter(({ id }) => shown.has(id))];
}

/** The parts of a name count as one field (VAL-1). */
export const NAME_FIELDS: readonly string[] = ['lastName', 'firstName', 'middleName'];

/** Whose entry it is. These columns stay in front. */
const WHOSE = ['staffNumber', 'staffMember', ...NAME_FIELDS];

/**
 * Columns in which an entry differs, before those in which none does: on a narrow screen the others are what scrolls away. The
 * field that the entries are narrowed to comes first.
 */
export function differingFirst(
  columns: readonly SectionColumn[],
  entries: readonly Entry[],
  narrowedTo = '',
): SectionColumn[] {
  const differing = new Set(entries.flatMap(({ campus, hr, fields }) => (campus && hr ? fields : [])));
  const rank = ({ id }: SectionColumn) =>
    WHOSE.includes(id) ? 0 : id === narrowedTo ? 1 : differing.has(id) ? 2 : 3;
  return columns.toSorted((a, b) => rank(a) - rank(b));
}

/** A value of an entry as the report prints it; null where there is none. */
export function printed(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'Yes' : null;
  const text = String(value);
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return date ? `${Number(date[2])}/${Number(date[3])}/${date[1]}` : text;
}

/**
 * A value of a side in one of the report's columns. Two people may have one name, so *Staff Member* has the number, too,
 * unless `columns` show it.
 */
export function valueIn(
  side: Record<string, unknown>,
  column: string,
  columns: readonly SectionColumn[] = [],
): unknown {
  const value = side[column];
  return column === 'staffMember' && side.staffNumber && columns.every(({ id }) => id !== 'staffNumber')
    ? `${value} (${side.staffNumber})`
    : value;
}

/** An address that is listed for its reason only: the commit leaves it alone (VAL-1). */
export const isIgnored = (section: Section, entry: Entry): boolean =>
  section === 'addresses' && entry.fields.length === 0;

/** Every column of the report, each once. */
export const REPORT_COLUMNS: readonly SectionColumn[] = [
  ...Object.values(SECTION_PLANS).flatMap(({ columns }) => columns),
  ...FURTHER,
].filter(({ id }, at, all) => all.findIndex((other) => other.id === id) === at);

/** What entries can be narrowed to: those that differ in this field. */
export const FIELD_CHOICES: readonly { field: string; label: string }[] = [
  { field: 'name', label: 'Name' },
  ...REPORT_COLUMNS.filter(({ id }) => id !== 'staffMember' && !NAME_FIELDS.includes(id)).map(
    ({ id, label }) => ({
      field: id,
      label,
    }),
  ),
].sort((a, b) => a.label.localeCompare(b.label));

/** As entries name it. */
export const fieldsOf = (field: string): readonly string[] => (field === 'name' ? NAME_FIELDS : [field]);
