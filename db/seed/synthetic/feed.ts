import { spelled } from './addresses.ts';
import type { Random } from './random.ts';
import type { Staff } from './staff.ts';

/** A StaffMember of API.md as an HR system sends it: what it holds, in its own spelling. */
export function feedRecord(staff: Staff, random: Random): Record<string, unknown> {
  const { ssn, home } = staff;
  return withoutNulls({
    staffNumber: staff.staffNumber,
    lastName: staff.lastName,
    firstName: staff.firstName,
    middleName: staff.middleName,
    gender: staff.gender,
    ssn: ssn && `${ssn.slice(0, 3)}-${ssn.slice(3, 5)}-${ssn.slice(5)}`,
    birthDate: staff.birthDate,
    workPhone: respelledPhone(staff.workPhone, random),
    cellPhone: respelledPhone(staff.cellPhone, random),
    otherPhone: respelledPhone(staff.otherPhone, random),
    workEmail: random.chance(0.2) ? staff.workEmail.toUpperCase() : staff.workEmail,
    personalEmail: staff.personalEmail,
    employments: staff.employments,
    positions: staff.positions.map(({ title, assignmentCode, ...rest }) => ({
      ...withoutNulls({
        assignmentCode,
        titleCode: title?.code ?? null,
        titleDescription: title?.description ?? null,
      }),
      ...rest,
    })),
    household: home && { householdLocations: [{ address: spelled(home.address, random) }] },
  });
}

/** Punctuation differs between systems, the digits don't. */
const respelledPhone = (phone: string | null, random: Random): string | null =>
  phone && random.chance(0.5) ? phone.replace(/^\((\d+)\)/, '$1-') : phone;

/** Turns a good record into one whose reference values Campus does not know (REF-2). */
export function spoil(record: Record<string, unknown>, random: Random): void {
  const first = (record.positions as Record<string, unknown>[])[0];
  const code = random.pick(['gender', 'schoolNumber', 'assignmentCode']);
  if (code === 'gender' || !first) record.gender = 'Q';
  else first[code] = '9Z9';
}

const withoutNulls = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
