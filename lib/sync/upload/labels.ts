import type { FieldError } from '../../failure.ts';
import { inLabels, PROPERTY_LABELS, upperFirst } from '../../record/in-labels.ts';

/** Where a property's name alone does not say which of several it is, or is a word that nobody uses. */
const WHOLE: Record<string, string> = {
  'fullName.lastFirst': 'Full name (Last, First Middle)',
  'fullName.firstLast': 'Full name (First Middle Last)',
  'positions.startDate': 'Position start date',
  'positions.endDate': 'Position end date',
  'household.name': 'Household name',
  'household.phone': 'Household phone',
  'address.fullStreetAddress': 'Street address',
  'address.number': 'House number',
  'address.prefix': 'Direction before the street',
  'address.street': 'Street name',
  'address.tag': 'Street suffix',
  'address.direction': 'Direction after the street',
  'address.apt': 'Apartment',
  'address.county': 'County',
  'address.tract': 'Census tract',
  'address.block': 'Census block',
  'householdLocations.startDate': 'Address start date',
  'householdLocations.endDate': 'Address end date',
  'householdLocations.mailing': 'Mail goes to the address',
  'householdLocations.physical': 'Lives at the address',
  'householdLocations.private': 'Address is private',
  'householdLocations.secondary': 'Address is a second home',
};
/** What one item of a list is called; the first one needs no number. */
const ITEMS: Record<string, string> = {
  employments: 'Employment',
  positions: 'Position',
  householdLocations: 'Address',
};
const CONTACT = /(Phone|Email)$/;

/** The label of a column's property: *Last name*, *School number*, *School number (position 2)*. */
export function labelOfProperty(property: string): string {
  const steps = property.split('.');
  const leaf = steps.at(-1) ?? '';
  const holder = steps.slice(0, -1).findLast((step) => !/^\d+$/.test(step));
  const label = WHOLE[`${holder}.${leaf}`] ?? upperFirst(PROPERTY_LABELS[leaf] ?? leaf);
  const item = itemOf(steps);
  return item && item.place > 1 ? `${label} (${item.name.toLowerCase()} ${item.place})` : label;
}

/** The group of a column's property: *Person*, *Contact*, *Employment*, *Position*, *Address*; then *Position 2* and so on. */
export function groupOfProperty(property: string): string {
  const steps = property.split('.');
  if (steps[0] === 'fullName') return 'Person';
  if (steps.length === 1) return CONTACT.test(property) ? 'Contact' : 'Person';
  const item = itemOf(steps);
  if (!item) return 'Address';
  return item.place > 1 ? `${item.name} ${item.place}` : item.name;
}

function itemOf(steps: readonly string[]): { name: string; place: number } | undefined {
  const at = steps.findIndex((step) => step in ITEMS);
  if (at < 0) return undefined;
  return { name: ITEMS[steps[at] ?? ''] ?? '', place: Number(steps[at + 1] ?? 1) || 1 };
}

/** What an error tells its reader. */
export type Said = Pick<FieldError, 'message' | 'hint'>;

/** What hints to vendors say of values and JSON, for somebody who has a file. */
const FILE_HINTS: Partial<Record<FieldError['code'], string>> = {
  notAnEmail: 'Leave the cell blank if there is none.',
  notAPhone: 'Leave the cell blank if there is none.',
  notADate: 'Correct the date, or choose how the column writes its dates.',
  zipFormat: 'Programs drop the zeros at its beginning: 7883 is 07883.',
};
const OF_JSON = /\bnull\b|\bstring\b|\bsend\b/i;

/** What an error says, for the user of a file: its hint is left out where it only says how to send JSON. */
export function errorInLabels({ code, message, hint }: Said & Pick<FieldError, 'code'>): Said {
  const ofVendor = hint !== undefined && !OF_JSON.test(hint) ? inLabels(hint) : undefined;
  const shown = FILE_HINTS[code] ?? ofVendor;
  return { message: inLabels(message), ...(shown !== undefined && { hint: shown }) };
}
