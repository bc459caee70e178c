import { isSameAddress } from './same-address.ts';
import type { Campus, CampusPerson, HrRecord } from './sample.ts';

/**
 * What the validation report has to say about the sample, worked out from the two files by the rules' words alone:
 * nothing here is the product's code. Where the rules would need more than the sample holds (two employments that
 * differ, positions that differ) it throws instead of guessing.
 */
export interface ExpectedReport {
  summary: {
    demographics: Record<
      | 'people'
      | 'ssn'
      | 'staffNumber'
      | 'name'
      | 'middleInitial'
      | 'gender'
      | 'personalEmail'
      | 'workEmail'
      | 'cellPhone'
      | 'otherPhone'
      | 'workPhone'
      | 'birthDate',
      number
    >;
    employments: number;
    assignments: number;
    addresses: number;
    hrNotInCampus: number;
    campusNotInHr: number;
    duplicateStaffNumbers: { people: number; numbers: number };
  };
  /** Staff numbers, in the feed's order. */
  demographics: string[];
  employments: string[];
  addresses: string[];
  /** Their household is shared, so what HR says of it is ignored (HH-4): listed, not counted. */
  householdsIgnored: string[];
  hrNotInCampus: string[];
  /** As Campus stores them, null for the one without. */
  campusNotInHr: (string | null)[];
  outcomes: { created: string[]; updated: string[]; unchanged: string[] };
}

/** STAFF-1: compared without regard to case or surrounding blanks. */
const keyOf = (staffNumber: string | null | undefined): string => (staffNumber ?? '').trim().toLowerCase();

export function expectedReport({ people, households }: Campus, feed: readonly HrRecord[]): ExpectedReport {
  const staff = people.filter(isStaff);
  const numbered = Map.groupBy(
    staff.filter((person) => keyOf(person.staffNumber) !== ''),
    (person) => keyOf(person.staffNumber),
  );
  const sent = new Set(feed.map((record) => keyOf(record.staffNumber)));
  const pairs = feed.flatMap((hr) => {
    const found = numbered.get(keyOf(hr.staffNumber)) ?? [];
    if (found.length > 1)
      throw new Error(`The oracle knows no feed with a shared number (${hr.staffNumber}).`);
    return found.map((person) => ({ person, hr }));
  });
  const shared = [...numbered.values()].filter((holders) => holders.length > 1);

  const differing = pairs.map(({ person, hr }) => ({ hr, fields: differingFields(person, hr) }));
  const counting = (field: string): number => differing.filter(({ fields }) => fields.includes(field)).length;
  const demographics = differing.filter(({ fields }) => fields.length > 0).map(({ hr }) => hr.staffNumber);
  const employments = pairs.filter(({ person, hr }) => employmentsDiffer(person, hr));
  for (const { person, hr } of pairs) assertSamePositions(person, hr);
  const homes = pairs.map(({ person, hr }) => ({ hr, home: home(households, person, hr) }));
  const created = feed.filter((record) => !numbered.has(keyOf(record.staffNumber)));
  const addresses = [...homes.filter(({ home }) => home === 'new'), ...newcomers(households, created)];

  const hrNotInCampus = created.map(numberOf);
  const campusNotInHr = staff
    .filter((person) => !sent.has(keyOf(person.staffNumber)))
    .map((person) => person.staffNumber ?? null);
  const changed = new Set([
    ...demographics,
    ...[...employments, ...addresses].map(({ hr }) => hr.staffNumber),
  ]);
  return {
    summary: {
      demographics: {
        people: demographics.length,
        ssn: 0,
        staffNumber: counting('staffNumber'),
        name: counting('name'),
        middleInitial: counting('middleInitial'),
        gender: counting('gender'),
        personalEmail: 0,
        workEmail: counting('workEmail'),
        cellPhone: counting('cellPhone'),
        otherPhone: 0,
        workPhone: 0,
        birthDate: counting('birthDate'),
      },
      employments: employments.length,
      assignments: 0,
      addresses: addresses.length,
      hrNotInCampus: hrNotInCampus.length,
      campusNotInHr: campusNotInHr.length,
      duplicateStaffNumbers: { people: shared.flat().length, numbers: shared.length },
    },
    demographics,
    employments: employments.map(({ hr }) => hr.staffNumber),
    addresses: addresses.map(({ hr }) => hr.staffNumber),
    householdsIgnored: homes.filter(({ home }) => home === 'ignored').map(({ hr }) => hr.staffNumber),
    hrNotInCampus,
    campusNotInHr,
    outcomes: {
      created: hrNotInCampus,
      updated: pairs.map(({ hr }) => hr.staffNumber).filter((number) => changed.has(number)),
      unchanged: pairs.map(({ hr }) => hr.staffNumber).filter((number) => !changed.has(number)),
    },
  };
}

const numberOf = (record: HrRecord): string => record.staffNumber;

/** By a Local Staff Number, a District Employment or a District Assignment. */
const isStaff = (person: CampusPerson): boolean =>
  keyOf(person.staffNumber) !== '' || !!person.employments?.length || !!person.positions?.length;

/** The report's figures that this pair adds to. What HR leaves out stays as it is (SYNC-14). */
function differingFields(person: CampusPerson, hr: HrRecord): string[] {
  const fields: string[] = [];
  if (person.staffNumber?.trim() !== hr.staffNumber.trim()) fields.push('staffNumber');
  if (
    (['lastName', 'firstName', 'middleName'] as const).some(
      (part) => part in hr && text(person[part]) !== text(hr[part]),
    )
  )
    fields.push('name');
  if (isInitialOnly(person, hr)) fields.push('middleInitial');
  for (const field of ['gender', 'birthDate'] as const)
    if (field in hr && text(person[field]) !== text(hr[field])) fields.push(field);
  if ('workEmail' in hr && text(person.workEmail)?.toLowerCase() !== text(hr.workEmail)?.toLowerCase())
    fields.push('workEmail');
  if ('cellPhone' in hr && digits(person.cellPhone) !== digits(hr.cellPhone)) fields.push('cellPhone');
  return fields;
}

/** HR's first letter of the middle name where Campus has all of it, and no other part of the name differs (ID-6). */
function isInitialOnly(person: CampusPerson, hr: HrRecord): boolean {
  const [sent, stored] = [text(hr.middleName)?.toLowerCase(), text(person.middleName)?.toLowerCase()];
  const same = (part: 'lastName' | 'firstName') => !(part in hr) || text(person[part]) === text(hr[part]);
  if (!sent || !stored || sent === stored || !same('lastName') || !same('firstName')) return false;
  return /^[a-z]\.?$/.test(sent) && stored.startsWith(sent.slice(0, 1));
}

const text = (value: string | null | undefined): string | undefined => value?.trim() || undefined;
const digits = (value: string | null | undefined): string => (value ?? '').replace(/\D/g, '');

/** EMP-3, where Campus has either none (HR's one is created) or the very same. */
function employmentsDiffer(person: CampusPerson, hr: HrRecord): boolean {
  const stored = (person.employments ?? []).map((one) => `${one.hireDate} ${one.terminationDate}`);
  const said = hr.employments.map((one) => `${one.hireDate} ${one.terminationDate}`);
  if (stored.length === 0 && said.length === 1) return true;
  if (said.every((one) => stored.includes(one))) return false;
  throw new Error(`The oracle knows no employments that differ (${hr.staffNumber}).`);
}

function assertSamePositions(person: CampusPerson, hr: HrRecord): void {
  const line = ({ titleDescription: _, ...position }: CampusPosition) =>
    JSON.stringify(Object.entries(position).sort());
  const stored = (person.positions ?? []).map(line).sort();
  const said = hr.positions.map(line).sort();
  if (stored.join() !== said.join())
    throw new Error(`The oracle knows no positions that differ (${hr.staffNumber}).`);
}
type CampusPosition = NonNullable<CampusPerson['positions']>[number];

/** SYNC-11: the people only HR has, whose address no household of Campus has. */
const newcomers = (households: Campus['households'], created: readonly HrRecord[]): { hr: HrRecord }[] =>
  created
    .filter((hr) =>
      hr.household.householdLocations.some(({ address }) =>
        households.every((household) => !isSameAddress(household.address, address)),
      ),
    )
    .map((hr) => ({ hr }));

/** HH-3 to HH-5 with the one location that HR sends. */
function home(
  households: Campus['households'],
  person: CampusPerson,
  hr: HrRecord,
): 'same' | 'new' | 'ignored' {
  const [location, ...more] = hr.household.householdLocations;
  if (!location || more.length > 0) throw new Error('The oracle knows one location a household.');
  const mine = households.filter(({ members }) => members.includes(person.id));
  if (mine.length === 0) return 'new';
  const alone = mine.filter(({ members, staffHousehold }) => staffHousehold && members.length === 1);
  const [own] = alone;
  if (!own || alone.length > 1) return 'ignored';
  return isSameAddress(own.address, location.address) ? 'same' : 'new';
}
