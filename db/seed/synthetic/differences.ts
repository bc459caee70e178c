import { FIRST_NAMES, LAST_NAMES } from './names.ts';
import type { Random } from './random.ts';
import { newTitle } from './reference-values.ts';
import type { Staff, StaffMaker } from './staff.ts';

type Difference = (staff: Staff, random: Random, maker: StaffMaker) => void;

/** What HR knows otherwise, and of how many among those who differ at all. */
const DIFFERENCES: [share: number, differ: Difference][] = [
  [0.06, (staff, random) => Object.assign(staff, { lastName: random.other(LAST_NAMES, staff.lastName) })],
  [0.02, (staff, random) => Object.assign(staff, { firstName: random.other(FIRST_NAMES, staff.firstName) })],
  [0.01, (staff) => Object.assign(staff, { gender: staff.gender === 'F' ? 'M' : 'F' })],
  [0.01, (staff, random) => Object.assign(staff, { birthDate: random.date(2004, 2004) })],
  [0.02, (staff, _random, maker) => Object.assign(staff, { ssn: maker.nextSsn() })],
  [0.01, (staff) => Object.assign(staff, { staffNumber: otherCase(staff.staffNumber) })],
  [0.3, (staff, random) => Object.assign(staff, { workPhone: random.phone() })],
  [0.3, (staff, random) => Object.assign(staff, { cellPhone: random.phone() })],
  [0.15, (staff, random) => Object.assign(staff, { otherPhone: random.phone() })],
  [0.25, (staff) => Object.assign(staff, { workEmail: staff.workEmail.replace('@', '@staff.') })],
  [0.2, (staff, random) => Object.assign(staff, { personalEmail: `p${random.int(100, 9999)}@post.example` })],
  [0.05, terminate],
  [
    0.02,
    (staff, random) => staff.employments.push({ hireDate: random.date(2025, 2026), terminationDate: null }),
  ],
  [0.2, (staff, random) => Object.assign(staff.positions[0] ?? {}, { endDate: random.date(2028, 2029) })],
  [
    0.05,
    (staff, random) => Object.assign(staff.positions.at(-1) ?? {}, { startDate: random.date(2010, 2011) }),
  ],
  [0.15, (staff, random, maker) => staff.positions.push(maker.position(random.date(2026, 2026)))],
  [0.05, (staff) => staff.positions.length > 1 && staff.positions.pop()],
  [0.01, bringTitle],
  [0.15, move],
];

/** HR's view of someone, different from Campus' in at least one way. */
export function differing(campus: Staff, random: Random, maker: StaffMaker): Staff {
  const hr: Staff = {
    ...campus,
    employments: campus.employments.map((row) => ({ ...row })),
    positions: campus.positions.map((row) => ({ ...row })),
  };
  while (carriedOut(hr, campus) === carriedOut(campus, campus))
    for (const [share, differ] of DIFFERENCES) if (random.chance(share)) differ(hr, random, maker);
  return hr;
}

/** What surely makes a change: a move may be ignored (HH-4), a position left out may be linked (POS-11). */
const carriedOut = ({ positions, ...staff }: Staff, campus: Staff): string =>
  JSON.stringify({
    ...staff,
    home: null,
    positions: positions.length < campus.positions.length ? campus.positions : positions,
  });

/** STAFF-1: the same number, spelled otherwise. Only those with a letter can be. */
const otherCase = (number: string | null): string | null => number?.toLowerCase() ?? null;

function terminate(staff: Staff, random: Random): void {
  Object.assign(staff.employments.at(-1) ?? {}, { terminationDate: random.date(2027, 2027) });
}

/** A title that Campus does not know yet (REF-2). */
function bringTitle(staff: Staff, random: Random, maker: StaffMaker): void {
  const title = newTitle(random.int(1_000_000, 1_000_999), random);
  staff.positions.push({ ...maker.position(random.date(2026, 2026)), title });
}

function move(staff: Staff, random: Random, maker: StaffMaker): void {
  const known = random.chance(0.2) ? maker.knownHome() : undefined;
  staff.home = known && known.n !== staff.home?.n ? known : maker.newHome();
}
