/** Numbers in words, in order from one (section 235). */
export const CARDINAL_WORDS: readonly string[] = 'ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN'.split(
  ' ',
);

export const ORDINAL_WORDS: readonly string[] = (
  'FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH ELEVENTH TWELFTH THIRTEENTH FOURTEENTH FIFTEENTH ' +
  'SIXTEENTH SEVENTEENTH EIGHTEENTH NINETEENTH'
).split(' ');

/** From twenty on: "TWENTY" is what a unit may follow, "TWENTIETH" takes no unit. */
export const TENS: readonly (readonly [cardinal: string, ordinal: string])[] = [
  ['TWENTY', 'TWENTIETH'],
  ['THIRTY', 'THIRTIETH'],
  ['FORTY', 'FORTIETH'],
  ['FIFTY', 'FIFTIETH'],
  ['SIXTY', 'SIXTIETH'],
  ['SEVENTY', 'SEVENTIETH'],
  ['EIGHTY', 'EIGHTIETH'],
  ['NINETY', 'NINETIETH'],
];
