import type { Entry, Section } from '../schema.ts';
import { printed, REPORT_COLUMNS } from '../sections.ts';
import { erasedFields } from './erased.ts';
import type { Line } from './schema.ts';

/** What sections have no column for. */
const FURTHER_LABELS: Record<string, string> = {
  address: 'Address',
  startDate: 'Start Date',
  endDate: 'End Date',
  mailing: 'Mailing',
  physical: 'Physical',
  private: 'Private',
  secondary: 'Secondary',
  locationCode: 'Location Code',
  tract: 'Tract',
  block: 'Block',
  titleDescription: 'Title',
};

/** A field as users read it. */
export const fieldLabel = (field: string): string =>
  REPORT_COLUMNS.find(({ id }) => id === field)?.label ?? FURTHER_LABELS[field] ?? field;

type Sides = Pick<Entry, 'campus' | 'hr' | 'fields'> & { section: Section };

/** The fields that differ, old and new as the report prints them. */
export function linesOf(entry: Sides): Line[] {
  const erased = new Set(erasedFields(entry));
  return entry.fields.map((field) => ({
    label: fieldLabel(field),
    before: shownValue(entry.campus?.[field]),
    after: shownValue(entry.hr?.[field]),
    erased: erased.has(field),
  }));
}

/** A flag that is off is a value, too, where it differs; of an SSN only the digits are told (VAL-4). */
function shownValue(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return printed(value)?.replace(/^differs, /, '') ?? null;
}
