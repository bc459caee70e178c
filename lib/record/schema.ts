import { z } from 'zod';
import {
  fromAnswer,
  optionalDate,
  optionalEmail,
  optionalFlag,
  optionalObject,
  optionalPhone,
  optionalSsn,
  optionalText,
  requiredDate,
  requiredName,
  requiredText,
  staffNumberField,
} from './fields.ts';

/*
 * The wire: what HR may send (API.md, *StaffMember (request)*). Unknown properties are errors (STAFF-9). The rules that
 * span several properties are in cross-checks.ts, to be reported together with all other errors (STAFF-8).
 */

/** More than anybody holds; it only bounds the work of one record. */
const MAX_LIST_ITEMS = 1_000;
const MAX_LOCATIONS = 100;

export const addressRequest = z
  .strictObject({
    postOfficeBox: optionalFlag('A PO box: number is the box, and no street part is allowed (ADR-2).', false),
    number: optionalText('addressPart', 'House number, or the number of a PO box. Default: none.', '4321'),
    prefix: optionalText(
      'addressPart',
      'Direction before the street; stored as a compass point. Default: none.',
      'South',
    ),
    street: optionalText('line', 'Street name. Default: none.', 'Lexington'),
    tag: optionalText('addressPart', 'Street suffix. Default: none.', 'Ave'),
    direction: optionalText(
      'addressPart',
      'Direction after the tag; stored as a compass point. Default: none.',
      'SE',
    ),
    apt: optionalText('addressPart', 'Apartment or unit. Default: none.', '45'),
    fullStreetAddress: optionalText(
      'line',
      'The street line as one string, instead of components; an error is returned if both are specified (ADR-1). Default: none.',
    ),
    city: optionalText('addressPart', 'Required.', 'Blaine'),
    state: optionalText('addressPart', 'Required. Two-letter code or name.', 'MN'),
    zip: optionalText('addressPart', '5 digits or ZIP+4. Default: none.', '55123'),
    county: optionalText(
      'addressPart',
      'Fills what is empty; one that differs is a warning (ADR-3). Default: none.',
    ),
    locationCode: optionalText(
      'addressPart',
      'Fills what is empty; one that differs is a warning (ADR-3). Default: none.',
    ),
    tract: optionalText(
      'addressPart',
      'Fills what is empty; one that differs is a warning (ADR-3). Default: none.',
    ),
    block: optionalText(
      'addressPart',
      'Fills what is empty; one that differs is a warning (ADR-3). Default: none.',
    ),
    id: fromAnswer,
    score: fromAnswer,
    why: fromAnswer,
  })
  .meta({
    id: 'AddressRequest',
    // Address problems report it, because they know the other parts, too.
    required: ['city', 'state'],
    description:
      'Each address within a district exists once: "4321 North Lexington Avenue" is "4321 N Lexington Ave" (ADR-3). ' +
      'Needs city, state, and a number, street, postOfficeBox or fullStreetAddress.',
  });

export const employmentRequest = z
  .strictObject({
    hireDate: requiredDate('Matched by hireDate, else by terminationDate (EMP-3).', '2020-07-25'),
    terminationDate: optionalDate('Left out or null: an open end (STAFF-6).'),
  })
  .meta({ id: 'EmploymentRequest', description: 'A District Employment, whole: what is left out is null.' });

export const positionRequest = z
  .strictObject({
    schoolNumber: requiredText('code', 'Of GET schools; unknown ones are errors (REF-2).', '010'),
    assignmentCode: optionalText('code', 'Of GET attributes/assignmentCodes; unknown ones are errors.', '20'),
    titleCode: optionalText('code', 'An unknown one is created in Campus (REF-2).', '4A61E262'),
    titleDescription: optionalText(
      'titleDescription',
      'Describes a new titleCode; a known title is not changed (REF-2).',
      'Varsity Basketball',
    ),
    startDate: requiredDate('Key and startDate match: endDate is updated (POS-5).', '2023-10-01'),
    endDate: optionalDate('Else key and endDate match: startDate is updated (POS-6). Null: an open end.'),
    id: fromAnswer,
    schoolName: fromAnswer,
    assignmentDescription: fromAnswer,
  })
  .meta({
    id: 'PositionRequest',
    // The cross checks report it (POS-2), together with all other errors.
    anyOf: [{ required: ['titleCode'] }, { required: ['assignmentCode'] }],
    description:
      'A District Assignment, whole. "A position requires an Infinite Campus schoolNumber, startDate, and titleCode ' +
      'or assignmentCode" (POS-2). A code that is not sent takes no part in matching; one that Campus lacks is added ' +
      'to the position that has the other code (POS-4).',
  });

const householdLocationRequest = z.strictObject({
  startDate: optionalDate('Default on create: the date of the call.'),
  endDate: optionalDate('Default: none.'),
  mailing: optionalFlag('Mail goes here.', true),
  physical: optionalFlag('They live here.', 'true, false for a PO box'),
  private: optionalFlag('Not shown to others.', false),
  secondary: optionalFlag('A second home.', false),
  address: addressRequest,
});

const household = {
  name: optionalText('name', 'Default on create: the last name.'),
  phone: optionalPhone('Default: none.'),
};
const householdDescription =
  'Updates the staff household of which the person is the only member (HH-3); creates one where there is none (HH-5); ' +
  'is ignored, with a warning, for a household that is shared (HH-4). Left out or null: nothing changes.';

const householdForCreate = z
  .strictObject({
    ...household,
    householdLocations: z.array(householdLocationRequest).min(1).max(MAX_LOCATIONS),
  })
  .meta({ id: 'HouseholdRequest' });
const householdForUpdate = z
  .strictObject({
    ...household,
    householdLocations: z.array(householdLocationRequest).max(MAX_LOCATIONS).optional(),
  })
  .meta({ id: 'HouseholdUpdateRequest' });

const name = (which: string) => `${which}. A change starts a new identity on the date of the call (ID-1).`;
const optionalDemographics = {
  middleName: optionalText('name', name('Middle name')),
  ssn: optionalSsn('Nine digits, dashes allowed. Answers show the last four only.'),
  birthDate: optionalDate('Birth date.', '1979-12-26'),
  workPhone: optionalPhone('Compared by its digits (STAFF-6).', '(723)897-1184 x6033'),
  cellPhone: optionalPhone('Compared by its digits (STAFF-6).'),
  otherPhone: optionalPhone('Compared by its digits (STAFF-6).'),
  workEmail: optionalEmail('Compared without case (STAFF-6).', 'psimpson@school.k12.mo.us'),
  personalEmail: optionalEmail('Compared without case (STAFF-6).'),
  employments: z
    .array(employmentRequest)
    .max(MAX_LIST_ITEMS)
    .optional()
    .meta({ description: 'Those left out are kept (EMP-3).' }),
  positions: z
    .array(positionRequest)
    .max(MAX_LIST_ITEMS)
    .optional()
    .meta({
      description:
        'On update "these are all the positions": others are removed, unless they are linked to other activities ' +
        '(POS-10, POS-11). Left out: nothing changes.',
    }),
};

const lastName = requiredName(name('Last name'), 'Simpson');
const firstName = requiredName(name('First name'), 'Pat');
const gender = requiredText('code', '"Gender must be a valid Infinite Campus gender" (STAFF-3).', 'F');

/** POST staffMembers and every record of a transfer (SYNC-2). */
export const staffMemberCreateRequest = z
  .strictObject({
    staffNumber: staffNumberField,
    lastName,
    firstName,
    gender,
    ...optionalDemographics,
    household: optionalObject(householdForCreate, householdDescription),
  })
  .meta({ id: 'StaffMemberRequest' });

/** PUT staffMembers/{staffNumber}: a property left out stays as it is, null clears it (STAFF-6). */
export const staffMemberUpdateRequest = z
  .strictObject({
    staffNumber: staffNumberField.optional(),
    lastName: lastName.optional(),
    firstName: firstName.optional(),
    gender: gender.optional(),
    ...optionalDemographics,
    household: optionalObject(householdForUpdate, householdDescription),
  })
  .meta({ id: 'StaffMemberUpdateRequest' });

export type StaffMemberRequest = z.output<typeof staffMemberUpdateRequest>;
export type PositionRequest = z.output<typeof positionRequest>;
export type HouseholdRequest = NonNullable<StaffMemberRequest['household']>;
export type AddressRequest = z.output<typeof addressRequest>;
