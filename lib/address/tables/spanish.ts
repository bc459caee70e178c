/** Spanish street prefixes with their abbreviation. Source: USPS Publication 28 (October 2023), appendix H. */
export const SPANISH_PREFIX_TABLE: readonly (readonly [word: string, abbreviation: string])[] = [
  ['AVENIDA', 'AVE'],
  ['CALLE', 'CLL'],
  ['CAMINITO', 'CMT'],
  ['CAMINO', 'CAM'],
  ['CARRETERA', 'CARR'],
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
 * Words that open a street name, of that table, of section 29 and of street signs: an English suffix after one is part of
 * the name ("Calle Vista"). RANCHO and VISTA are left out, for English names use them too ("Vista Ridge").
 */
export const STREET_PREFIXES: readonly string[] = (
  'ALAMEDA AVENIDA CALETA CALLE CALLEJON CAM CAMINITO CAMINO CARR CARRETERA CERRADA CIRCULO CLL CORTE ENTRADA MARGINAL ' +
  'PASAJE PASEO PLACITA RUE STRADA VEREDA VIA VIALE'
).split(' ');

/** Articles: the suffix word after one is a name ("La Vista"). */
export const ARTICLES: readonly string[] = 'EL LA LOS LAS DEL DE DI DA'.split(' ');
