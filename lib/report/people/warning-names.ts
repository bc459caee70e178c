import type { RECORD_WARNINGS } from '../../codes/record.ts';

const NAMES: Record<keyof typeof RECORD_WARNINGS, string> = {
  terminationBeforeHire: 'Employment ends before it begins',
  employmentsOverlap: 'Employments overlap',
  endBeforeStart: 'End before start',
  looksUnfinished: 'Looks like a placeholder',
  looksLikeSsn: 'Looks like a Social Security number',
  oddBirthDate: 'Unlikely birth date',
  positionStillOpen: 'Position still open',
  inactiveCode: 'Inactive school or code',
  titleDescriptionIgnored: 'Title described differently',
  positionKept: 'Position kept, because it is linked',
  noHousehold: 'No household sent',
  householdIgnored: 'Household ignored',
  locationRepeated: 'Address sent twice',
  privateNotCarriedOver: 'Private address becomes public',
  poBoxWords: 'PO box with words',
  addressWordsKept: 'Address not fully understood',
  addressMerged: 'Address was merged',
  addressDetailDiffers: 'Address detail differs',
  likelyDuplicate: 'Likely duplicate',
};

/** Warnings as the filter of the People view names them. */
export const WARNING_NAMES: Readonly<Record<string, string>> = NAMES;
