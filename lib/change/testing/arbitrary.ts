import fc from 'fast-check';
import { Campus } from './campus.ts';
import { seedHousehold, seedPerson, seedPosition } from './seed.ts';

/*
 * People and records from few values, so that they meet, miss and collide in every way. Dates lie before, on and after
 * the date of the call (2026-11-24).
 */

const past = fc.constantFrom('2019-08-01', '2020-08-01', '2021-08-01');
const end = fc.constantFrom(null, null, '2022-06-30', '2023-06-30', '2027-06-30');
const schoolNumber = fc.constantFrom('010', '001');
const codes = fc.constantFrom(
  { assignmentCode: '20', titleCode: null },
  { assignmentCode: null, titleCode: 'T1' },
  { assignmentCode: '20', titleCode: 'T1' },
  { assignmentCode: '20', titleCode: 'T2' },
  { assignmentCode: '05', titleCode: 'T1' },
);

const position = fc
  .tuple(schoolNumber, codes, past, end)
  .map(([school, pair, startDate, endDate]) => ({ schoolNumber: school, ...pair, startDate, endDate }));
const employment = fc.record({ hireDate: past, terminationDate: end });

/** The same address in several spellings, and addresses that are near but others. */
const SPELLINGS = [
  ['4321 N Lexington Ave', '4321 North Lexington Avenue', '4321 N. LEXINGTON AVE.'],
  ['4321 S Lexington Ave', '4321 South Lexington Avenue', '4321 s lexington ave'],
  ['17 Oak St', '17 Oak Street', '17 OAK ST.'],
  ['17 Oak St Apt 4', '17 Oak Street #4', '17 oak st, apt 4'],
  ['PO Box 54', 'P.O. Box 54', 'po box 54'],
] as const;
const place = fc.constantFrom(0, 1, 2, 3, 4);
const line = (which: number, spelling = 0): string => SPELLINGS[which]?.[spelling] as string;

const flag = fc.option(fc.boolean());
const location = fc.record({
  place,
  county: fc.constantFrom(undefined, 'Anoka', 'Ramsey'),
  startDate: fc.option(fc.constantFrom('2019-08-01', '2024-08-01', '2026-11-24', '2027-08-01')),
  endDate: fc.constantFrom(null, null, null, '2020-06-30', '2028-06-30'),
  mailing: flag,
  physical: flag,
  private: flag,
  secondary: flag,
});

const names = { lastName: fc.constantFrom('Brown', 'Simpson'), firstName: fc.constantFrom('Pat', 'Allison') };
const middleName = fc.constantFrom(null, 'May');

/** What HR sends of one person, still to be written down in some spelling. */
export const sent = fc.record(
  {
    ...names,
    middleName,
    gender: fc.constantFrom('F', 'M'),
    ssn: fc.constantFrom(null, '123-45-6789', '987654321'),
    birthDate: fc.constantFrom(null, '1979-12-26'),
    workPhone: fc.constantFrom(null, '(723) 897-1184', '723.897.1185'),
    workEmail: fc.constantFrom(null, 'a@b.org', 'c@d.org'),
    employments: fc.array(employment, { maxLength: 4 }),
    positions: fc.array(position, { maxLength: 5 }),
    locations: fc.array(location, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['lastName', 'firstName', 'gender'] },
);
export type Sent = typeof sent extends fc.Arbitrary<infer S> ? S : never;

/** The wire form of what HR sends, in one of three spellings that all mean the same. */
export function written(
  staffNumber: string,
  { locations, ...rest }: Sent,
  spelling = 0,
): Record<string, unknown> {
  const shouted = rest.workEmail && spelling > 0 ? rest.workEmail.toUpperCase() : rest.workEmail;
  const digits = rest.workPhone && spelling > 0 ? ` ${rest.workPhone.replace(/\D/g, '')}` : rest.workPhone;
  return {
    ...rest,
    staffNumber: spelling > 0 ? ` ${staffNumber} ` : staffNumber,
    ...(rest.workEmail !== undefined && { workEmail: shouted }),
    ...(rest.workPhone !== undefined && { workPhone: digits }),
    ...(locations && {
      household: { householdLocations: locations.map((given) => writtenLocation(given, spelling)) },
    }),
  };
}

function writtenLocation(
  { place: which, county, ...rest }: NonNullable<Sent['locations']>[number],
  spelling: number,
): object {
  const [city, state] = spelling > 1 ? ['BLAINE', 'Minnesota'] : ['Blaine', 'MN'];
  const address = { fullStreetAddress: line(which, spelling), city, state, zip: '55123' };
  return { ...rest, address: county === undefined ? address : { ...address, county } };
}

const storedPosition = fc.tuple(position, fc.boolean());
const storedLocation = fc.record({
  which: place,
  startDate: fc.constantFrom(null, '2019-08-01', '2024-08-01', '2026-11-24'),
  endDate: fc.constantFrom(null, null, null, '2025-06-30', '2028-06-30'),
  private: fc.boolean(),
});
const storedHousehold = fc.record({
  shared: fc.boolean(),
  staffHousehold: fc.boolean(),
  locations: fc.array(storedLocation, { maxLength: 3 }),
});
const stored = fc.record({
  ...names,
  middleName,
  since: fc.constantFrom(null, '2020-01-01', '2026-11-23', '2026-11-24', '2027-01-01'),
  managed: fc.boolean(),
  employments: fc.array(employment, { maxLength: 4 }),
  positions: fc.array(storedPosition, { maxLength: 6 }),
  households: fc.array(storedHousehold, { maxLength: 2 }),
});
type StoredPerson = typeof stored extends fc.Arbitrary<infer S> ? S : never;

/** Up to three people of Campus, and HR's word on four: numbers 1 to 4, of which Campus has the first few. */
export const district = fc.record({
  people: fc.array(stored, { maxLength: 3 }),
  feed: fc.array(sent, { minLength: 1, maxLength: 4 }),
});

/** Campus with these people, and some who are nobody's staff. */
export function campusOf(people: readonly StoredPerson[]): Campus {
  const campus = new Campus();
  for (const code of ['T1', 'T2']) campus.add('title', { code, description: code });
  for (const [index, person] of people.entries()) addPerson(campus, `${index + 1}`, person);
  return campus;
}

function addPerson(campus: Campus, staffNumber: string, person: StoredPerson): void {
  const { lastName, firstName, middleName: middle, since } = person;
  const hrManagedAt = person.managed ? '2025-01-01T00:00:00.000Z' : null;
  const name = { lastName, firstName, middleName: middle, since };
  const personId = seedPerson(campus, { staffNumber, hrManagedAt, ...name });
  for (const given of person.employments) campus.add('employment', { personId, ...given });
  for (const [given, linked] of person.positions)
    seedPosition(campus, personId, given, linked ? ['section "Algebra I"'] : []);
  for (const { shared, staffHousehold, locations } of person.households) {
    const others = shared ? [seedPerson(campus, { staffNumber: null })] : [];
    const householdId = seedHousehold(campus, [personId, ...others], [], { staffHousehold });
    for (const { which, ...given } of locations) addLocation(campus, householdId, line(which), given);
  }
}

function addLocation(campus: Campus, householdId: string, at: string, given: object): void {
  const elsewhere = new Campus();
  seedHousehold(elsewhere, [], [at]);
  const [row] = elsewhere.rows('address');
  const [location] = elsewhere.rows('householdLocation');
  if (!row || !location) throw new Error(at);
  const known = [...campus.tables.address].find(([, { matchKey }]) => matchKey === row.matchKey);
  const addressId = known?.[0] ?? campus.add('address', row);
  campus.add('householdLocation', { ...location, ...given, householdId, addressId });
}
