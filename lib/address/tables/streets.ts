/** Spanish. Source: USPS Publication 28 (October 2023), appendix H (with abbreviation) and section 29 (Puerto Rico). */
export const SPANISH_PREFIX_TABLE: readonly (readonly [word: string, abbreviation: string])[] = [
  ['AVENIDA', 'AVE'],
  ['CALLE', 'CLL'],
  ['CAMINITO', 'CMT'],
  ['CAMINO', 'CAM'],
  ['CERRADA', 'CER'],
  ['CIRCULO', 'CIR'],
  ['ENTRADA', 'ENT'],
  ['PASEO', 'PSO'],
  ['PLACITA', 'PLA'],
  ['RANCHO', 'RCH'],
  ['VEREDA', 'VER'],
  ['VISTA', 'VIS'],
];

/**
 * Words that open a Spanish or Italian street name, of appendix H, section 29 and street signs: the English suffix behind
 * one is part of the name ("Calle Vista"). RANCHO and VISTA are left out, for English names use them too ("Vista Ridge").
 */
export const SPANISH_PREFIXES: readonly string[] = [
  ...[
    'ALAMEDA',
    'AVENIDA',
    'CALETA',
    'CALLE',
    'CALLEJON',
    'CAM',
    'CAMINITO',
    'CAMINO',
    'CARR',
    'CARRETERA',
    'CERRADA',
  ],
  ...[
    'CIRCULO',
    'CLL',
    'CORTE',
    'ENTRADA',
    'MARGINAL',
    'PASAJE',
    'PASEO',
    'PLACITA',
    'RUE',
    'STRADA',
    'VEREDA',
    'VIA',
  ],
  'VIALE',
];

/** Articles: the suffix word behind one is a name ("La Vista", "El Prado"). */
export const ARTICLES: readonly string[] = ['EL', 'LA', 'LOS', 'LAS', 'DEL', 'DE', 'DI', 'DA'];

/** Words that a number completes to a name ("Calle 5", "Old Number 6"): it is no unit. */
export const NUMBERED_NAMES: readonly string[] = [
  ...SPANISH_PREFIXES,
  ...['AREA', 'CAMP', 'DISTRICT', 'MILE', 'MILEPOST', 'MP', 'NO', 'NUMBER', 'PIER'],
];

/** Suffixes so common that one in the middle of a line ends the street name. */
export const PLAIN_SUFFIXES: readonly string[] = [
  ...[
    'ALY',
    'AVE',
    'BLVD',
    'CIR',
    'CT',
    'DR',
    'EXPY',
    'FWY',
    'HWY',
    'LN',
    'PKWY',
    'PL',
    'RD',
    'SQ',
    'ST',
    'TER',
    'TPKE',
  ],
  ...['TRL', 'WAY'],
];

export const ORDINAL_WORDS: readonly string[] = [
  ...[
    'FIRST',
    'SECOND',
    'THIRD',
    'FOURTH',
    'FIFTH',
    'SIXTH',
    'SEVENTH',
    'EIGHTH',
    'NINTH',
    'TENTH',
    'ELEVENTH',
    'TWELFTH',
  ],
  ...['THIRTEENTH', 'FOURTEENTH', 'FIFTEENTH', 'SIXTEENTH', 'SEVENTEENTH', 'EIGHTEENTH', 'NINETEENTH'],
];

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

export const CARDINAL_WORDS: readonly string[] = [
  ...['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE', 'TEN'],
];

/**
 * Suffixes that appendix C1 does not list: street types of the NENA registry (Street Name Post Types) that are rarely
 * anything else at a name's end, and spellings of listed ones met in mailing lists (left: as compared).
 */
export const OTHER_SPELLINGS: readonly (readonly [standard: string, spellings: string])[] = [
  ...['CLOSE', 'CONCOURSE', 'ESPLANADE', 'GRADE', 'OVERLOOK', 'PROMENADE', 'QUAY'].map(
    (type) => [type, type] as const,
  ),
  ['AVE', 'AVNE'],
  ['BLVD', 'BLV BVD BOULEVAR'],
  ['CT', 'CRT'],
  ['HWY', 'HGWY HYWY'],
  ['PKWY', 'PWY PY'],
];

/** Words of street and city names with the abbreviation they are compared by (section 223; others are in appendix C1). */
export const NAME_ABBREVIATIONS: readonly (readonly [word: string, abbreviation: string])[] = [
  ['DOCTOR', 'DR'],
  ['FORT', 'FT'],
  ['MOUNT', 'MT'],
  ['SAINT', 'ST'],
  ['SAINTE', 'STE'],
];
