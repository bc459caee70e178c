import type { Entry, Section } from '../schema.ts';

/** Sections whose values a record can erase; an end date that HR takes back is not one of them. */
const ERASING: readonly Section[] = ['demographics', 'addresses'];
/** What an address has or lacks comes with the address, so only the household's own values can be erased. */
const HOUSEHOLD = ['householdName', 'householdPhone'];

/** The fields that have a value in Campus and become empty, because HR sent them empty. */
export function erasedFields({
  section,
  campus,
  hr,
  fields,
}: Pick<Entry, 'campus' | 'hr' | 'fields'> & { section: Section }): string[] {
  if (!ERASING.includes(section) || !campus || !hr) return [];
  return fields.filter(
    (field) =>
      (section === 'demographics' || HOUSEHOLD.includes(field)) &&
      isPresent(campus[field]) &&
      !isPresent(hr[field]),
  );
}

const isPresent = (value: unknown): boolean => value !== null && value !== undefined && value !== '';
