/**
 * The eight compass points with every spelling met in addresses.
 * Source: USPS Publication 28 (October 2023), section 233 and appendix B; "So" and "No" are common in city directories.
 */
export const DIRECTIONAL_TABLE: readonly (readonly [point: string, spellings: string])[] = [
  ['N', 'N NORTH NO'],
  ['S', 'S SOUTH SO'],
  ['E', 'E EAST'],
  ['W', 'W WEST'],
  ['NE', 'NE NORTHEAST NORTH-EAST N-E'],
  ['NW', 'NW NORTHWEST NORTH-WEST N-W'],
  ['SE', 'SE SOUTHEAST SOUTH-EAST S-E'],
  ['SW', 'SW SOUTHWEST SOUTH-WEST S-W'],
];
