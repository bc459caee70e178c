import { STREET_PREFIXES } from './spanish.ts';

/** Words of street and city names by the abbreviation they are compared by (section 223); others are in appendix C1. */
export const NAME_ABBREVIATIONS: readonly (readonly [word: string, abbreviation: string])[] = [
  ['DOCTOR', 'DR'],
  ['FORT', 'FT'],
  ['MOUNT', 'MT'],
  ['SAINT', 'ST'],
  ['SAINTE', 'STE'],
];

/** Words that a number completes to a name ("Calle 5", "Old Number 6"): it is no unit. */
export const NUMBERED_NAMES: readonly string[] = [
  ...STREET_PREFIXES,
  ...'AREA CAMP DISTRICT MILE MILEPOST MP NO NUMBER PIER'.split(' '),
];
