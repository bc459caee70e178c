/** Every code of an error in what HR sends, and what it means. A closed list: vendors switch on them. */
export const RECORD_ERRORS = {
  required: 'A property that must be there is missing, null or blank.',
  unknownProperty: 'No such property is known here; the message names the nearest one (STAFF-9).',
  notAString: 'The value must be a string; numbers lose their leading zeros.',
  notABoolean: 'The value must be true or false.',
  notAList: 'The value must be a list; null is none (STAFF-6).',
  notAnObject: 'The value must be an object.',
  notAChoice: 'The value is none of those the property takes.',
  invalid: 'The value does not fit for another reason, which the message tells.',
  tooLong: 'The value is longer than Campus holds; it is never cut (STAFF-7).',
  tooMany: 'The list has more entries than one person can have.',
  notADate: 'The value is no day of the calendar in the form YYYY-MM-DD (EMP-2).',
  notAnSsn: 'The value is not nine digits, with or without dashes (STAFF-7).',
  notAStaffNumber: 'The staffNumber has characters other than letters, digits, "-", "_" and "." (STAFF-1).',
  reserved: 'The staffNumber is a path of the API: "sync" or "search" (STAFF-1).',
  staffNumberDiffers: "The body's staffNumber is not the path's (STAFF-6).",
  staffNumberTaken: 'A person in Campus has the staffNumber already (STAFF-4).',
  unknownStaffNumber: 'Nobody in Campus has the staffNumber.',
  duplicateStaffNumber:
    'Several people in Campus, or several records sent, have the staffNumber (SYNC-2, SYNC-7).',
  unknownGender: 'Campus does not have the gender (STAFF-3).',
  unknownSchool: 'Campus does not have the schoolNumber (REF-2).',
  unknownAssignmentCode: 'Campus does not have the assignmentCode (REF-2).',
  positionNotFound: 'No position of the person matches by start or end (POS-9).',
  addressBothForms: 'An address is given by components and by fullStreetAddress (ADR-1).',
  poBoxStreetPart: 'A PO box is given with a street part (ADR-2).',
  poBoxNumberMissing: 'A PO box is given without its number (ADR-2).',
  zipFormat: 'The zip is not 5 digits or ZIP+4.',
} as const;

/** Every code of a warning about what HR sends: it was accepted, but not wholly carried out, or looks odd. */
export const RECORD_WARNINGS = {
  terminationBeforeHire: 'An employment ends before it begins; taken as sent (EMP-2).',
  employmentsOverlap: 'Two employments overlap; taken as sent (EMP-2).',
  endBeforeStart: 'A position or location ends before it starts; taken as sent (POS-3).',
  inactiveCode: 'A school or code is inactive in Campus; taken all the same (REF-2).',
  titleDescriptionIgnored: 'A title is described otherwise in Campus, which stays as it is (REF-2).',
  identityReplaced: 'The name changed twice on one day: the later replaces the earlier (ID-4).',
  positionKept: 'A position that HR does not list stays, because it is linked to other activities (POS-11).',
  householdIgnored: 'The household information was ignored (HH-4, HH-5).',
  locationRepeated:
    'Two locations of one call are at the same address at the same time: it stands once (HH-3).',
  privateNotCarriedOver: 'A private address is followed by one that is not private (HH-1).',
  addressDetailDiffers: 'A detail of the address differs from what Campus has, which stays (ADR-3).',
  likelyDuplicate: 'Campus likely has the person already, under another number or none (CMB-2).',
} as const;
