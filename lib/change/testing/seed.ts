import { readAddress } from '../../address/read-address.ts';
import type { Rows } from '../change.ts';
import { EMPTY_PERSON } from '../person-row.ts';
import type { Campus } from './campus.ts';

const NOBODY: Rows['person'] = { ...EMPTY_PERSON, staffNumber: '10058', gender: 'F' };

type SeededPerson = Partial<
  Rows['person'] & Pick<Rows['identity'], 'lastName' | 'firstName' | 'middleName'>
> & {
  since?: string | null;
};

/** A person with a current identity, by default Pat Simpson 10058, borne since 2020. @returns the person's id */
export function seedPerson(campus: Campus, given: SeededPerson = {}): string {
  const {
    lastName = 'Simpson',
    firstName = 'Pat',
    middleName = null,
    since = '2020-01-01',
    ...columns
  } = given;
  const personId = campus.add('person', { ...NOBODY, ...columns });
  const period = { startDate: since, endDate: null, current: true };
  campus.add('identity', { personId, lastName, firstName, middleName, ...period });
  return personId;
}

export function seedPosition(
  campus: Campus,
  personId: string,
  given: Partial<Rows['districtAssignment']> = {},
  links: string[] = [],
): string {
  const position = {
    schoolNumber: '010',
    assignmentCode: '20',
    titleCode: null,
    startDate: '2023-10-01',
    endDate: null,
  };
  const id = campus.add('districtAssignment', { personId, ...position, ...given });
  if (links.length > 0) campus.links.set(id, links);
  return id;
}

/** An address by its line, in Blaine MN 55123. @returns its id */
export function seedAddress(campus: Campus, line: string, more: Partial<Rows['address']> = {}): string {
  const { address, matchKeys } = readAddress({
    fullStreetAddress: line,
    city: 'Blaine',
    state: 'MN',
    zip: '55123',
  });
  return campus.add('address', { ...address, matchKey: matchKeys[0], ...more });
}

/** A household of some people, by default a staff household. @returns its id */
export function seedHousehold(
  campus: Campus,
  members: string[],
  lines: (string | (Partial<Rows['householdLocation']> & { line: string }))[] = [],
  given: Partial<Rows['household']> = {},
): string {
  const householdId = campus.add('household', {
    name: 'Simpson',
    phone: null,
    staffHousehold: true,
    ...given,
  });
  for (const personId of members)
    campus.add('householdMember', { householdId, personId, startDate: '2020-01-01', endDate: null });
  for (const location of lines) {
    const { line, ...more } = typeof location === 'string' ? { line: location } : location;
    campus.add('householdLocation', {
      ...LOCATION,
      householdId,
      addressId: seedAddress(campus, line),
      ...more,
    });
  }
  return householdId;
}

const LOCATION = {
  startDate: '2020-01-01',
  endDate: null,
  mailing: true,
  physical: true,
  private: false,
  secondary: false,
};
