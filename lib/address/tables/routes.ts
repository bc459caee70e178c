/**
 * Delivery routes by their spellings.
 * Source: USPS Publication 28 (October 2023), sections 241–244 (RR), 251–254 (HC) and 238 (military).
 */
export interface RouteKind {
  /** What is stored before the route's number. */
  standard: string;
  spellings: readonly string[];
  /** Only a route when a box follows, for the words mean something else otherwise. */
  needsBox?: true;
}

export const ROUTE_KINDS: readonly RouteKind[] = [
  {
    standard: 'RR',
    spellings: [
      'RURAL FREE DELIVERY',
      'RURAL DELIVERY',
      'RURAL ROUTE',
      'RURAL RTE',
      'RURAL RT',
      'RURAL RD',
      'RFD ROUTE',
      'RFD RTE',
      'R F D',
      'RFD',
      'R R',
      'RR',
    ],
  },
  {
    standard: 'HC',
    spellings: [
      'HIGHWAY CONTRACT ROUTE',
      'HIGHWAY CONTRACT RTE',
      'HIGHWAY CONTRACT',
      'HWY CONTRACT ROUTE',
      'HWY CONTRACT RTE',
      'HWY CONTRACT',
      'STAR ROUTE',
      'STAR RTE',
      'STAR RT',
      'HC ROUTE',
      'HC RTE',
      'HC RT',
      'H C',
      'HC R',
      'HCR',
      'HC',
    ],
  },
  { standard: 'RR', spellings: ['RD'], needsBox: true },
  { standard: 'Route', spellings: ['ROUTE', 'RTE', 'RT'], needsBox: true },
  { standard: 'PSC', spellings: ['PSC', 'P S C'], needsBox: true },
  { standard: 'CMR', spellings: ['CMR', 'C M R'], needsBox: true },
  { standard: 'OMC', spellings: ['OMC'], needsBox: true },
  { standard: 'Unit', spellings: ['UNIT'], needsBox: true },
];
