import { describe, expect, test } from 'vitest';
import { MATCH_KEY_VERSION, matchKey } from './match-key.ts';
import { parseAddress } from './parse.ts';

const BLAINE = { city: 'Blaine', state: 'MN', zip: '55123' };
const key = (fullStreetAddress: string, lastLine: Partial<typeof BLAINE> = {}) =>
  matchKey(parseAddress({ ...BLAINE, ...lastLine, fullStreetAddress }));

test('the key carries its version, for it is stored', () => {
  expect(key('101 Main St').startsWith(`${MATCH_KEY_VERSION}|`)).toBe(true);
});

describe('ADR-3 one place', () => {
  test.for([
    ['EX-3', '4321 North Lexington Avenue', '4321 N Lexington Ave. '],
    ['a unit without its designator', '4321 S Lexington Ave SE Apt 45', '4321 S. Lexington Avenue S.E., #45'],
    ['No for north', '7509 13th Ave No Apt 6', '7509 13th Ave N Apt 6'],
    ['a unit after a highway', '100 County Road #4', '100 County Road Apt 4'],
    ['a unit in front of a number in words', '#2500, Six Concourse Pkwy', 'Six Concourse Pkwy Ste 2500'],
    ['a unit in front', '101 Main St Ste 700', 'Suite 700, 101 Main Street'],
    ['a penthouse', '101 Main St PH1', '101 Main St 1PH'],
    ['a floor', '101 Main St, 3rd Floor', '101 Main St Floor 3'],
    ['units in another order', '101 Main St Bldg 3 Apt 4', '101 Main St Apt 4 Bldg 3'],
    ['a unit named twice', '101 Main St Apt B Unit B', '101 Main St Apt B'],
    ['letter and number of a unit', '101 Main St Apt M-9', '101 Main St Apt M9'],
    ['section 235', '212 Third Ave N', '212 3rd Ave N'],
    ['section 235, composed', '3937 Forty-Third Ave S', '3937 43rd Ave S'],
    ['an ordinal left out', '107 S 36 Ct', '107 S 36th Ct'],
    ['section 244', 'RFD Route 4 #87A', 'RR 4 Box 87A'],
    ['section 254', 'Star Route 68 Box 23A', 'HC 68 Box 23A'],
    ['section 283', 'Caller 125', 'P.O. Box 125'],
    ['appendix C1 within a name', '101 Pkwy Dr', '101 Parkway Dr'],
    ['appendix D', '838 A Point St', '838A Point St'],
    ['appendix D4', '618½ Church St', '618 1/2 Church St'],
    ['appendix F, US', '500 us 19', '500 U.S. Highway 19'],
    ['appendix F, interstate', '100 I-95', '100 Interstate 95'],
    ['appendix F, county', '100 Co Rd DD', '100 County Road DD'],
    ['appendix F, SR before a number', '100 SR 220', '100 State Road 220'],
    ['appendix F, SR before letters', '100 SR MM', '100 State Route MM'],
    ['appendix F, one state road', '100 State Rte 18', '100 SR-18'],
    ['appendix F, a state by name', '100 Kentucky 440', '100 KY Highway 440'],
    ['appendix H', '150 Cll A', '150 Calle A'],
    ['accents', '19 Santa María Ct', '19 Santa Maria Ct'],
    ['Saint', '2021 St. Johns Ave', '2021 Saint Johns Ave'],
    ['Fort', '101 Ft Snelling Ave', '101 Fort Snelling Ave'],
  ] as const)('%s', ([, one, other]) => {
    expect(key(other)).toBe(key(one));
  });

  test('city by its abbreviation, zip by its first five', () => {
    expect(key('1 Main St', { city: 'Saint Paul' })).toBe(key('1 Main St', { city: 'ST. PAUL' }));
    expect(key('1 Main St', { state: 'Minnesota', zip: '55123-4567' })).toBe(key('1 Main St'));
    expect(key('1 Main St', { zip: '7073' })).toBe(key('1 Main St', { zip: '07073' }));
  });
});

describe('ADR-7 different places', () => {
  test.for([
    ['N and S', '101 N Bay St', '101 S Bay St'],
    ['N and none', '101 N Bay St', '101 Bay St'],
    ['before and after', '101 NW Bay St', '101 Bay St NW'],
    ['Ave and St', '101 Bay Ave', '101 Bay St'],
    ['Ave and none', '101 Bay Ave', '101 Bay'],
    ['Apt 4 and Apt 5', '101 Bay St Apt 4', '101 Bay St Apt 5'],
    ['a unit and none', '101 Bay St Apt 4', '101 Bay St'],
    ['No for north before a unit, and none', '7509 13th Ave No Apt 6', '7509 13th Ave Apt 6'],
    ['apartment and building', '101 Bay St Apt 4', '101 Bay St Bldg 4'],
    ['apartment N and direction N', '10 Maple St Apt N', '10 Maple St N'],
    ['which is apartment, which is suite', '101 Bay St Apt 1 Ste 2', '101 Bay St Apt 2 Ste 1'],
    ['hyphen between digits', '101 Bay St Apt 1-23', '101 Bay St Apt 12-3'],
    ['E St and East St', '203 E St', '203 East St'],
    ['North and Northern', '101 North St', '101 Northern St'],
    ['Park and Parks', '101 Park Rd', '101 Parks Rd'],
    ['Kings and King', '101 Kings Hwy', '101 King Hwy'],
    ['Avenue B and B St', '1000 Avenue B', '1000 B St'],
    ['County Road N east and County Road NE', '1940 County Road N E', '1940 County Road NE'],
    ['highways of another class', '100 State Road 9', '100 US Highway 9'],
    ['a highway and its frontage road', '100 Highway 66', '100 Highway 66 Frontage Rd'],
    ['grid lines swapped', '842 E 1700 S', '842 S 1700 E'],
    ['grid numbers', 'N6W23001 Bluemound Rd', 'N16W23001 Bluemound Rd'],
    ['decimal roads', '101 39.2 Rd', '101 39.4 Rd'],
    ['the half', '123 1/2 Main St', '123 Main St'],
    ['the ordinal', '101 1st St', '101 21st St'],
    ['a box and a street', 'PO Box 152', '152 Box Rd'],
    ['a box and a rural box', 'PO Box 152', 'RR 1 Box 152'],
    ['a rural box without route and a PO box', 'Rural Route Box 152', 'PO Box 152'],
    ['rural and contract routes', 'RR 2 Box 152', 'HC 2 Box 152'],
    ['leading zeros of a box (section 282)', 'PO Box 0125', 'PO Box 125'],
    ['Calle Sol and Calle Luna', '150 Calle Sol', '150 Calle Luna'],
    ['urbanizations', 'Urb Las Gladiolas 150 Calle A', 'Urb Las Lomas 150 Calle A'],
  ] as const)('%s', ([, one, other]) => {
    expect(key(other)).not.toBe(key(one));
  });

  test('city, state and zip separate, and none is a value of its own', () => {
    const here = key('1 Main St');
    for (const other of [{ city: 'Anoka' }, { state: 'WI' }, { zip: '55124' }, { zip: '' }, { city: '' }]) {
      expect(key('1 Main St', other)).not.toBe(here);
    }
  });

  test('no text can pass for another part', () => {
    expect(key('1 Main St|4')).not.toBe(key('1 Main St', { city: '4' }));
    expect(key('1 Main St', { city: 'Blaine|MN' }).split('|')).toHaveLength(6);
    expect(key('1 Main|St | x').split('|')).toHaveLength(6);
  });
});
