/**
 * Highways and county roads by what precedes their number in every spelling.
 * Source: USPS Publication 28 (October 2023), appendix F.
 */
export interface HighwayKind {
  standard: string;
  spellings: readonly string[];
  /** Numbered by letters too ("County Road DB"). */
  lettered?: true;
  /** Only as the first words of the street name: elsewhere the word is a suffix ("Mill Road 5"). */
  first?: true;
  /** Elsewhere than first only after one of HIGHWAY_HEADS: "Sterling Highway 5" has a unit, "Old Highway 5" has none. */
  bare?: true;
}

const COUNTY = ['COUNTY', 'CNTY', 'CO'];
const ROAD = ['ROAD', 'RD'];
const HIGHWAY = ['HIGHWAY', 'HWY', 'HIWAY', 'HIGHWY', 'HWAY', 'HIWY'];
const ROUTE = ['ROUTE', 'RTE', 'RT'];
const US = ['US', 'U S', 'UNITED STATES'];
const STATE = ['STATE', 'ST'];
const FARM = ['FARM TO MARKET', 'FARM-TO-MARKET'];

export const HIGHWAY_KINDS: readonly HighwayKind[] = [
  {
    standard: 'US HWY',
    spellings: [...pairs(US, [...HIGHWAY, ...ROUTE]), ...pairs(HIGHWAY, US), ...US, 'USHWY'],
  },
  { standard: 'COUNTY RD', spellings: [...pairs(COUNTY, ROAD), 'CR', 'C R'], lettered: true },
  {
    standard: 'COUNTY HWY',
    spellings: [...pairs(COUNTY, [...HIGHWAY, 'TRUNK HIGHWAY', 'TRUNK']), 'CTH'],
    lettered: true,
  },
  { standard: 'COUNTRY RD', spellings: pairs(['COUNTRY'], ROAD) },
  { standard: 'COUNTY RTE', spellings: pairs(COUNTY, ROUTE), lettered: true },
  {
    standard: 'STATE HWY',
    spellings: [...pairs(STATE, [...HIGHWAY, 'TRUNK HIGHWAY', 'TRUNK HWY']), 'STH'],
    lettered: true,
  },
  { standard: 'STATE HWY', spellings: ['SH'], first: true },
  { standard: 'STATE LOOP', spellings: pairs(STATE, ['LOOP']), first: true },
  { standard: 'STATE SPUR', spellings: pairs(STATE, ['SPUR']), first: true },
  { standard: 'STATE RD', spellings: pairs(STATE, ROAD), lettered: true },
  { standard: 'STATE RTE', spellings: pairs(STATE, ROUTE), lettered: true },
  { standard: 'SR', spellings: ['SR', 'S R'], lettered: true },
  { standard: 'TOWNSHIP RD', spellings: [...pairs(['TOWNSHIP', 'TWP'], ROAD), 'TSR', 'TWP'] },
  { standard: 'TOWNSHIP HWY', spellings: pairs(['TOWNSHIP', 'TWP'], HIGHWAY) },
  { standard: 'CITY HWY', spellings: pairs(['CITY', 'MUNICIPAL'], [...HIGHWAY, ...ROUTE]), first: true },
  { standard: 'TOWN HWY', spellings: pairs(['TOWN'], HIGHWAY), first: true },
  { standard: 'TOWN RD', spellings: pairs(['TOWN'], ROAD), first: true },
  { standard: 'PARK RD', spellings: pairs(['PARK'], ROAD), first: true },
  {
    standard: 'INDIAN RTE',
    spellings: pairs(['INDIAN', 'INDIAN SERVICE', 'BIA'], [...ROUTE, ...ROAD, ...HIGHWAY]),
    first: true,
  },
  { standard: 'FM', spellings: [...pairs([...FARM, 'FM'], ROAD), ...pairs(HIGHWAY, ['FM']), ...FARM, 'FM'] },
  {
    standard: 'RANCH RD',
    spellings: [...pairs(['RANCH', 'RANCH TO MARKET'], ROAD), 'RANCH TO MARKET'],
  },
  { standard: 'I', spellings: [...pairs(['INTERSTATE'], [...HIGHWAY, ...ROUTE]), 'INTERSTATE', 'IH', 'I'] },
  {
    standard: 'FOREST RD',
    spellings: [...pairs(['FOREST', 'FOREST SERVICE', 'NATIONAL FOREST', 'NF', 'FS', 'USFS'], ROAD), 'FSR'],
  },
  { standard: 'PRIVATE RD', spellings: pairs(['PRIVATE', 'PVT'], ROAD) },
  { standard: 'PARISH RD', spellings: pairs(['PARISH'], ROAD) },
  { standard: 'HWY', spellings: HIGHWAY, lettered: true, bare: true },
  { standard: 'RTE', spellings: ROUTE, bare: true },
  { standard: 'RANCH RD', spellings: ['RM'], first: true },
  { standard: 'EXPY', spellings: ['EXPRESSWAY', 'EXPY'], first: true },
  { standard: 'BUSINESS', spellings: ['BUSINESS', 'BUS'], first: true },
  { standard: 'LOOP', spellings: ['LOOP'], first: true },
  { standard: 'SPUR', spellings: ['SPUR'], first: true },
  { standard: 'RD', spellings: ROAD, first: true },
];

/** What may follow the number and belongs to the name: "Highway 11 Bypass", "Highway 66 Frontage Road". */
export const HIGHWAY_TAILS: readonly string[] =
  'ALT ALTERNATE BUS BUSINESS BSNSS BYP BYPASS FRONTAGE LOOP OLD ROAD RD ROUTE RTE SCENIC SERVICE SPUR TRUCK'.split(
    ' ',
  );

/** Words that may precede a bare "Highway 5" without being a street of that name: "Old Highway 5". */
export const HIGHWAY_HEADS: readonly string[] =
  'OLD NEW FORMER BUSINESS BUS ALT ALTERNATE HISTORIC SCENIC NB SB EB WB'.split(' ');

function pairs(left: readonly string[], right: readonly string[]): string[] {
  return left.flatMap((first) => right.map((second) => `${first} ${second}`));
}
