const CORRECT_NUMBERS =
  'Ask an administrator to correct the numbers in Campus. Check Campus Data lists them.';

/** What HR reads of a record that meets Campus: errors with what to do, and warnings. */
export const PLAN_TEXTS = {
  numberTaken: (staffNumber: string) => ({
    message: `The staff number "${staffNumber}" is taken by a person in Campus.`,
    hint: `PUT staffMembers/${staffNumber} updates that person.`,
  }),
  numberTakenBySeveral: (staffNumber: string, people: number) => ({
    message: `The staff number "${staffNumber}" is taken by ${people} people in Campus.`,
    hint: CORRECT_NUMBERS,
  }),
  numberShared: (staffNumber: string, people: number) => ({
    message: `${people} people in Campus have the staff number "${staffNumber}", and Campus can't know which one HR means.`,
    hint: CORRECT_NUMBERS,
  }),
  numberUnknown: (staffNumber: string) => ({
    message: `Nobody in Campus has the staff number "${staffNumber}".`,
    hint: 'POST staffMembers creates a staff member.',
  }),
  householdWithoutAddress: () => ({
    message: 'The person has no household in Campus, and a new one needs at least one address.',
    hint: 'Send householdLocations with an address, or leave household out.',
  }),
  noHousehold: () =>
    'The person was created without a household, because none was sent. Send household to add an address.',
  noLongerPrivate: () =>
    'The address before was marked private; the new one is not, because HR did not send private.',
  addressMerged: (dropped: string, kept: string) =>
    `An admin merged the address “${dropped}” into “${kept}” in Campus. ` +
    'If HR sends the old spelling, Campus uses the kept address.',
  positionNotFound: () => ({
    message:
      'No position of this person has this school and these codes with this startDate or this endDate.',
    hint: 'POST creates one. A code that is left out, or that Campus lacks, takes no part in the match.',
  }),
  codesAreExact: () => 'Codes are compared exactly: case and leading zeros count.',
  codesOfCampus: (plural: string, offered: number, listed: readonly string[]) =>
    offered <= listed.length
      ? `Campus has ${listed.join(', ')}.`
      : `Campus has ${offered} ${plural}; the first are ${listed.join(', ')}.`,
  codeMeant: (code: string) => `Did you mean ${code}?`,
  codeUnknown: (kind: string, code: string) => `There is no ${kind} "${code}" in Campus.`,
  codeInactive: (kind: string, code: string) =>
    `The ${kind} "${code}" is inactive in Campus; it was accepted.`,
  titleKept: (code: string, known: string, sent: string) =>
    `Campus describes the title ${code} as "${known}" and keeps that; "${sent}" was not stored.`,
  titleWithoutCode: (sent: string) =>
    `"${sent}" describes no title, because the position has no titleCode; it was not stored.`,
  addressDetailDiffers: (detail: string, known: string) =>
    `The address has ${detail} "${known}" in Campus, which keeps it; HR's was not stored.`,
  positionKept: (position: string, reason: string) => `HR does not list ${position}. ${reason}`,
} as const;
