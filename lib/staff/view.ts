import type { CampusPerson, ReferenceKind, StoredHousehold, StoredPosition } from '../change/campus-state.ts';
import { currentFirst, currentIdentity } from '../change/plan/identities.ts';
import type { PositionAnswer, StaffMember } from './answer.ts';

/** What HR can send, so what is read-only once it has (RO-1). */
export const HR_PROPERTIES = [
  'staffNumber',
  'lastName',
  'firstName',
  'middleName',
  'gender',
  'ssn',
  'birthDate',
  'workPhone',
  'cellPhone',
  'otherPhone',
  'workEmail',
  'personalEmail',
  'employments',
  'positions',
] as const;

/** Codes' descriptions, as far as they are known. */
export type Descriptions = { [kind in ReferenceKind]: ReadonlyMap<string, { description: string }> };

/** A person as answers show them (API.md, *StaffMember (answer)*): the current name and location first, no SSN. */
export function viewStaffMember(person: CampusPerson, updatedAt: Date, known: Descriptions): StaffMember {
  const { lastName = null, firstName = null, middleName = null } = currentIdentity(person) ?? {};
  const identities = [...person.identities].sort(currentFirst);
  return {
    id: person.id,
    staffNumber: person.staffNumber,
    lastName,
    firstName,
    middleName,
    gender: person.gender,
    genderDescription: descriptionOf(known.genders, person.gender),
    ssnLast4: person.ssn?.last4 ?? null,
    birthDate: person.birthDate,
    workPhone: person.workPhone,
    cellPhone: person.cellPhone,
    otherPhone: person.otherPhone,
    workEmail: person.workEmail,
    personalEmail: person.personalEmail,
    identities: identities.map(({ id: _, personId: __, ...identity }) => identity),
    employments: [...person.employments]
      .sort((a, b) => latestFirst(a.hireDate, b.hireDate))
      .map(({ hireDate, terminationDate }) => ({ hireDate, terminationDate })),
    positions: [...person.positions]
      .sort((a, b) => latestFirst(a.startDate, b.startDate))
      .map((position) => viewPosition(position, known)),
    household: viewHousehold(person.households),
    complete: person.positions.length > 0,
    readOnly: person.hrManagedAt === null ? [] : [...HR_PROPERTIES],
    updatedAt: updatedAt.toISOString(),
  };
}

export const viewPosition = (position: StoredPosition, known: Descriptions): PositionAnswer => ({
  id: position.id,
  schoolNumber: position.schoolNumber,
  schoolName: descriptionOf(known.schools, position.schoolNumber),
  assignmentCode: position.assignmentCode,
  assignmentDescription: descriptionOf(known.assignmentCodes, position.assignmentCode),
  titleCode: position.titleCode,
  titleDescription: descriptionOf(known.titles, position.titleCode),
  startDate: position.startDate,
  endDate: position.endDate,
});

/** Of several households the one HR would write (HH-3), else a staff household, else the first. */
function viewHousehold(households: readonly StoredHousehold[]): StaffMember['household'] {
  const [household] = [...households].sort((a, b) => rank(b) - rank(a));
  if (!household) return null;
  const { id, name, phone, staffHousehold, memberCount } = household;
  const locations = [...household.locations].sort(
    (a, b) =>
      Number(a.endDate !== null) - Number(b.endDate !== null) || latestFirst(a.startDate, b.startDate),
  );
  return {
    id,
    name,
    phone,
    staffHousehold,
    shared: memberCount > 1,
    householdLocations: locations.map(viewLocation),
  };
}

function viewLocation(location: StoredHousehold['locations'][number]) {
  const { startDate, endDate, mailing, physical, secondary } = location;
  const { matchKey: _, ...address } = location.address;
  return { startDate, endDate, mailing, physical, private: location.private, secondary, address };
}

const rank = ({ staffHousehold, memberCount }: StoredHousehold): number =>
  Number(staffHousehold) * 2 + Number(memberCount === 1);

const descriptionOf = (
  known: ReadonlyMap<string, { description: string }>,
  code: string | null,
): string | null => (code === null ? null : (known.get(code)?.description ?? null));

/** Open starts are the oldest. */
const latestFirst = (a: string | null, b: string | null): number =>
  (a ?? '') < (b ?? '') ? 1 : (a ?? '') > (b ?? '') ? -1 : 0;
