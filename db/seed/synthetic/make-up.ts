import type { CampusStaff } from './campus-staff.ts';
import { differing } from './differences.ts';
import type { FamilyMaker } from './families.ts';
import { feedRecord, spoil } from './feed.ts';
import type { Random } from './random.ts';
import type { RowBatch } from './rows.ts';
import type { StaffMaker } from './staff.ts';

/** How many of each kind were made. `identical` to `spoiled` count records of the feed. */
export interface MakeUp {
  identical: number;
  differing: number;
  /** Unknown to Campus, or known without a number. */
  created: number;
  /** Campus has the number twice. */
  duplicateNumber: number;
  /** Campus has the person without a number, or with a placeholder. */
  missingNumber: number;
  /** With a code that Campus does not know. */
  spoiled: number;
  campusOnly: number;
  students: number;
}

export const nothing = (): MakeUp => ({
  identical: 0,
  differing: 0,
  created: 0,
  duplicateNumber: 0,
  missingNumber: 0,
  spoiled: 0,
  campusOnly: 0,
  students: 0,
});

interface Makers {
  random: Random;
  staff: StaffMaker;
  campus: CampusStaff;
  families: FamilyMaker;
}

/**
 * One more staff member of HR: adds the person to `rows` if Campus has them, and returns what HR sends. 45 % are identical, 50 % differ,
 * 5 % are new to Campus, 0.5 % have a number there that is missing or another's too; 3 % more are in Campus only.
 *
 * @param bad the share of records with an unknown code
 */
export function nextOfFeed(
  { random, staff, campus, families }: Makers,
  rows: RowBatch,
  counted: MakeUp,
  bad: number,
): Record<string, unknown> {
  const known = staff.next();
  let hr = known;
  const dice = random.next();
  if (dice < 0.05) {
    counted.created += 1;
    if (random.chance(0.1)) families.hired(known);
  } else if (dice < 0.0525) {
    counted.duplicateNumber += 1;
    campus.write(rows, known);
    campus.write(rows, { ...staff.next(), staffNumber: known.staffNumber });
  } else if (dice < 0.055) {
    counted.missingNumber += 1;
    campus.write(rows, { ...known, staffNumber: random.chance(0.5) ? null : 'PENDING' });
  } else {
    campus.write(rows, known);
    const differs = dice < 0.555;
    if (differs) hr = differing(known, random, staff);
    counted[differs ? 'differing' : 'identical'] += 1;
  }
  if (random.chance(0.03)) {
    counted.campusOnly += 1;
    campus.write(rows, staff.next());
  }
  const record = feedRecord(hr, random);
  if (random.chance(bad)) {
    counted.spoiled += 1;
    spoil(record, random);
  }
  return record;
}
