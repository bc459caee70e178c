import { describe, expect, test } from 'vitest';
import { parseAddress } from './parse.ts';

/**
 * A corpus of our own after USPS Publication 28 (October 2023): the forms its sections show, with what they say each part
 * is. `number|prefix|street|tag|direction|apt`; a PO box is `PO box number|apt`.
 */
const CORPUS: Record<string, readonly (readonly [line: string, parts: string])[]> = {
  '213 secondary unit designators': [
    ['101 MAIN ST APT 12', '101||MAIN|St||12'],
    ['101 MAIN ST # 12', '101||MAIN|St||12'],
    ['101 MAIN ST #12', '101||MAIN|St||12'],
    ['101 MAIN ST SUITE 400', '101||MAIN|St||Ste 400'],
    ['101 MAIN ST BLDG 4 RM 12', '101||MAIN|St||Bldg 4 Rm 12'],
    ['101 MAIN ST 4TH FLOOR', '101||MAIN|St||Fl 4'],
    ['101 MAIN ST REAR', '101||MAIN|St||Rear'],
    ['101 MAIN ST BSMT', '101||MAIN|St||Bsmt'],
    ['101 MAIN ST PENTHOUSE', '101||MAIN|St||Ph'],
    ['APT 12, 101 MAIN ST', '101||MAIN|St||12'],
    ['101 MAIN ST, 12C', '101||MAIN|St||12C'],
    ['101 MAIN ST M-9', '101||MAIN|St||M-9'],
    ['17 FRONT ST', '17||FRONT|St||'],
    ['17 KEY BLVD', '17||KEY|Blvd||'],
    ['17 LOWER LAKE RD', '17||LOWER LAKE|Rd||'],
    ['17 SPACE PARK WAY', '17||SPACE PARK|Way||'],
  ],
  '214 attention line': [['ATTN PAYROLL, 101 MAIN ST', '101||MAIN|St||ATTN PAYROLL']],
  '215 dual addresses': [['101 MAIN ST PO BOX 45', '101||MAIN|St||PO BOX 45']],
  '231 components': [
    ['101 MAIN ST', '101||MAIN|St||'],
    ['101 W MAIN ST', '101|W|MAIN|St||'],
    ['101 W MAIN ST APT 12', '101|W|MAIN|St||12'],
    ['101 W MAIN ST S APT 12', '101|W|MAIN|St|S|12'],
  ],
  '233 directionals': [
    ['101 N BAY ST', '101|N|BAY|St||'],
    ['101 NORTH BAY STREET', '101|N|BAY|St||'],
    ['101 E END AVE', '101|E|END|Ave||'],
    ['101 BAY ST SOUTHEAST', '101||BAY|St|SE|'],
    ['101 S E BAY ST', '101|SE|BAY|St||'],
    ['101 SOUTH EAST BAY ST', '101|SE|BAY|St||'],
    ['101 BAY WEST DR', '101||BAY WEST|Dr||'],
    ['101 NORTH AVE', '101||NORTH|Ave||'],
    ['101 WEST NORTH AVE', '101|W|NORTH|Ave||'],
    ['101 SOUTHEAST FWY N', '101||SOUTHEAST|Fwy|N|'],
    ['101 N E ST', '101|N|E|St||'],
  ],
  '234 suffixes': [
    ['101 HIGHLAND AVENU', '101||HIGHLAND|Ave||'],
    ['789 MAIN AVENUE DR', '789||MAIN AVENUE|Dr||'],
    ['4513 3RD STREET CIR W', '4513||3RD STREET|Cir|W|'],
    ['101 COURT ST', '101||COURT|St||'],
    ['1000 AVENUE E', '1000||AVENUE E|||'],
    ['1000 AVENUE B NORTH', '1000||AVENUE B||N|'],
    ['1585 BROADWAY', '1585||BROADWAY|||'],
    ['101 ST PAUL ST', '101||ST PAUL|St||'],
    ['602 ST THOMAS', '602||ST THOMAS|||'],
  ],
  '235 numeric street names': [
    ['101 42ND ST', '101||42ND|St||'],
    ['101 FORTY SECOND ST', '101||FORTY SECOND|St||'],
    ['510 NE 93RD', '510|NE|93RD|||'],
  ],
  '236 corner addresses': [['BROADWAY & 42ND ST', '||BROADWAY & 42ND ST|||']],
  '238 military addresses': [
    ['PSC 802 BOX 74', '74||PSC 802|||'],
    ['CMR 1250 BOX 12', '12||CMR 1250|||'],
    ['UNIT 2050 BOX 4190', '4190||Unit 2050|||'],
    ['USCGC HAMILTON', '||USCGC HAMILTON|||'],
  ],
  '24 rural routes': [
    ['RR 2 BOX 152', '152||RR 2|||'],
    ['RR 02 BOX 152', '152||RR 2|||'],
    ['RURAL ROUTE 3 BOX 98D', '98D||RR 3|||'],
    ['RR # 4 BOX # 87A', '87A||RR 4|||'],
    ['RFD ROUTE 4 #87A', '87A||RR 4|||'],
    ['RD 4 BOX 87A', '87A||RR 4|||'],
    ['BOX 242 RR 1', '242||RR 1|||'],
    ['RR 2', '||RR 2|||'],
    ['RR 2 BOX 18 BRYAN DAIRY', '18||RR 2|||BRYAN DAIRY'],
  ],
  '25 highway contract routes': [
    ['HC 68 BOX 23A', '23A||HC 68|||'],
    ['HCR 068 BOX 23A', '23A||HC 68|||'],
    ['HIGHWAY CONTRACT ROUTE 68 BOX 23A', '23A||HC 68|||'],
    ['STAR ROUTE 68 BOX 23A', '23A||HC 68|||'],
  ],
  '26 general delivery': [['GENERAL DELIVERY', '||GENERAL DELIVERY|||']],
  '28 post office boxes': [
    ['PO BOX 11890', 'PO box 11890|'],
    ['P.O. Box 125', 'PO box 125|'],
    ['P O BOX #125', 'PO box 125|'],
    ['POST OFFICE BOX 125', 'PO box 125|'],
    ['P.O.BOX 125', 'PO box 125|'],
    ['PO BOX 0125', 'PO box 0125|'],
    ['CALLER 11890', 'PO box 11890|'],
    ['FIRM CALLER 11890', 'PO box 11890|'],
    ['BIN 11890', 'PO box 11890|'],
    ['LOCKBOX 11890', 'PO box 11890|'],
    ['DRAWER L', 'PO box L|'],
    ['DEPT 12 PO BOX 125', 'PO box 125|Dept 12'],
    ['1700 BOX RD', '1700||BOX|Rd||'],
    ['101 BOX ELDER DR', '101||BOX ELDER|Dr||'],
  ],
  '285 private mailboxes': [['10 MAIN ST STE 11 PMB 234', '10||MAIN|St||Ste 11 PMB 234']],
  '29 Puerto Rico': [
    ['150 CALLE A', '150||CALLE A|||'],
    ['URB LAS GLADIOLAS 150 CALLE A', '150||CALLE A|||URB LAS GLADIOLAS'],
    ['A17 CALLE AMAPOLA', 'A17||CALLE AMAPOLA|||'],
    ['1234 AVE ASHFORD APT 1A', '1234||AVE ASHFORD|||1A'],
    ['55 PASEO DEL PEÑASCO', '55||PASEO DEL PEÑASCO|||'],
  ],
  'D unusual addresses': [
    ['112-10 BRONX RD', '112-10||BRONX|Rd||'],
    ['289-01 MONTGOMERY AVE', '289-01||MONTGOMERY|Ave||'],
    ['101 39.2 RD', '101||39.2|Rd||'],
    ['842 E 1700 S', '842|E|1700||S|'],
    ['N6W23001 BLUEMOUND RD', 'N6W23001||BLUEMOUND|Rd||'],
    ['N170 W20015 HUNTERS RD', 'N170 W20015||HUNTERS|Rd||'],
    ['123 1/2 MAIN ST', '123 1/2||MAIN|St||'],
    ['123½ MAIN ST', '123 1/2||MAIN|St||'],
    ['4922 B SOUTH CORNELL AVE', '4922B|S|CORNELL|Ave||'],
  ],
  'F county, state and local highways': [
    ['100 COUNTY HIGHWAY 60E', '100||COUNTY HIGHWAY 60E|||'],
    ['100 CR 1185', '100||CR 1185|||'],
    ['100 CA COUNTY RD 150', '100||CA COUNTY RD 150|||'],
    ['100 EXPRESSWAY 55', '100||EXPRESSWAY 55|||'],
    ['100 FARM TO MARKET 1200', '100||FARM TO MARKET 1200|||'],
    ['100 HWY FM 1320', '100||HWY FM 1320|||'],
    ['100 HWY 11 BYPASS', '100||HWY 11 BYPASS|||'],
    ['100 HWY 66 FRONTAGE ROAD', '100||HWY 66 FRONTAGE ROAD|||'],
    ['100 I10', '100||I10|||'],
    ['100 IH280', '100||IH280|||'],
    ['100 LOOP 410', '100||LOOP 410|||'],
    ['100 RD 5A', '100||RD 5A|||'],
    ['100 RANCH RD 620', '100||RANCH RD 620|||'],
    ['100 ST RT 175', '100||ST RT 175|||'],
    ['100 SR MM', '100||SR MM|||'],
    ['100 TSR 45', '100||TSR 45|||'],
    ['100 US 41 SW', '100||US 41||SW|'],
    ['100 N US HIGHWAY 70', '100|N|US HIGHWAY 70|||'],
    ['100 KENTUCKY 440', '100||KENTUCKY 440|||'],
    ['100 KY ST HWY 1', '100||KY ST HWY 1|||'],
    ['100 COUNTY ROAD DB', '100||COUNTY ROAD DB|||'],
    ['100 COUNTY ROAD 5 STE 102', '100||COUNTY ROAD 5|||Ste 102'],
    ['100 OLD HIGHWAY 7', '100||OLD HIGHWAY 7|||'],
    ['100 STERLING HIGHWAY', '100||STERLING|Hwy||'],
    ['100 COUNTY LINE RD', '100||COUNTY LINE|Rd||'],
  ],
  'H Spanish words': [
    ['123 CALLE VISTA', '123||CALLE VISTA|||'],
    ['123 EL CAMINO REAL', '123||EL CAMINO REAL|||'],
    ['123 VIA BISENTO', '123||VIA BISENTO|||'],
    ['123 CAMINO REAL CT', '123||CAMINO REAL|Ct||'],
    ['123 VISTA RIDGE', '123||VISTA|Ridge||'],
  ],
};

for (const [section, rows] of Object.entries(CORPUS)) {
  describe(`Publication 28, ${section}`, () => {
    test.for(rows)('%s', ([line, parts]) => {
      expect(partsOf(line)).toBe(parts);
    });
  });
}

function partsOf(line: string): string {
  const c = parseAddress({ fullStreetAddress: line });
  if (c.postOfficeBox) return `PO box ${c.number}|${c.apt ?? ''}`;
  return [c.number, c.prefix, c.street, c.tag, c.direction, c.apt].map((part) => part ?? '').join('|');
}
