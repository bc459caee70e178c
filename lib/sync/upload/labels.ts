/** The names of a record's properties on the screen, inside a sentence. */
const LABELS: Record<string, string> = {
  staffNumber: 'staff number',
  lastName: 'last name',
  firstName: 'first name',
  gender: 'gender',
  middleName: 'middle name',
  ssn: 'Social Security number',
  birthDate: 'birth date',
  workPhone: 'work phone',
  cellPhone: 'cell phone',
  otherPhone: 'other phone',
  workEmail: 'work email',
  personalEmail: 'personal email',
  hireDate: 'hire date',
  terminationDate: 'termination date',
  schoolNumber: 'school number',
  assignmentCode: 'assignment code',
  titleCode: 'title code',
  titleDescription: 'title description',
  startDate: 'start date',
  endDate: 'end date',
  postOfficeBox: 'PO box',
  fullStreetAddress: 'full street address',
  zip: 'ZIP code',
  locationCode: 'location code',
  householdLocations: 'household locations',
  employments: 'employments',
  positions: 'positions',
};

const ITEMS: Record<string, string> = {
  employments: 'Employment',
  positions: 'Position',
  householdLocations: 'Household location',
};

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The label of a column's property: *Last name*, *School number (position 2)*, *City (address)*. */
export function labelOfProperty(property: string): string {
  const steps = property.split('.');
  const leaf = steps.at(-1) ?? '';
  const group = groupOfProperty(property);
  const label = upperFirst(LABELS[leaf] ?? leaf);
  return group === 'Person' ? label : `${label} (${group.charAt(0).toLowerCase()}${group.slice(1)})`;
}

/** The group of a column's property: *Person*, *Position 2*, *Household*, *Address*. */
export function groupOfProperty(property: string): string {
  const holders = property.split('.').slice(0, -1);
  if (holders.length === 0) return 'Person';
  if (property.startsWith('household.address.')) return 'Address';
  const place = holders.find((step) => /^\d+$/.test(step));
  const list = holders.find((step) => step in ITEMS);
  if (!place || !list) return upperFirst(holders[0] ?? '');
  return holders.at(-1) === 'address' ? `Address ${place}` : `${ITEMS[list]} ${place}`;
}

const PROPERTY = /\b[a-z]+[A-Z][A-Za-z]*\b|^[a-z]+\b/g;

/** A message to vendors, which names properties, as a user of a file with other column names reads it. */
export const inLabels = (message: string): string =>
  upperFirst(message.replace(PROPERTY, (name) => LABELS[name] ?? name));
