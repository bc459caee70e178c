/** The names of a record's properties on the screen, inside a sentence. */
export const PROPERTY_LABELS: Record<string, string> = {
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
  household: 'household address',
  householdLocations: 'household locations',
  employments: 'employments',
  positions: 'positions',
};

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const PROPERTY = /\b[a-z]+[A-Z][A-Za-z]*\b|^[a-z]+\b/g;

/** Not in quotation marks: there it is what HR sent. */
const DAY = /(?<![\w"“-])(\d{4})-(\d\d)-(\d\d)(?![\w"”-])/g;

/** A message to vendors, which names properties and has days as YYYY-MM-DD, as a user of the pages or of a file reads it. */
export const inLabels = (message: string): string =>
  upperFirst(
    message
      .replace(PROPERTY, (name) => PROPERTY_LABELS[name] ?? name)
      .replace(DAY, (_, year, month, day) => `${Number(month)}/${Number(day)}/${year}`),
  );
