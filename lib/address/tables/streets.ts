/** Words that open a street name of their own, so that what follows is a name and no suffix. */

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

export const OTHER_STREET_PREFIXES: readonly string[] = [
  ...[
    'ALAMEDA',
    'CALETA',
    'CALLEJON',
    'CARR',
    'CARRETERA',
    'CORTE',
    'MARGINAL',
    'PARQUE',
    'PASAJE',
    'PATIO',
    'VIA',
  ],
  ...['RUE', 'STRADA', 'VIALE', 'PLAZA'],
];

/** Articles: the suffix word behind one is a name ("La Vista", "El Prado"). */
export const ARTICLES: readonly string[] = ['EL', 'LA', 'LOS', 'LAS', 'DEL', 'DE', 'DI', 'DA'];

/** Urbanizations and condominiums, named before or behind the street (Publication 28, section 292). */
export const URBANIZATIONS: readonly string[] = ['URB', 'URBANIZACION', 'URBANIZATION'];

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
