import { writers as planned } from '../../lib/change/apply/row-writers.ts';
import { columnsOf, keysOf } from '../columns-of.ts';
import { rowWriter } from '../rows.ts';
import { assignmentCode, gender, school, section } from '../schema/district.ts';
import { enrollment, guardianship, person, sectionStaff } from '../schema/person.ts';

const people = rowWriter(person, keysOf(columnsOf(person, 'rev', 'hrManagedAt', 'createdAt', 'updatedAt')));
export type PersonRow = Parameters<typeof people.insert>[1][number];

/** How seeds write rows: many at once, one statement a table. */
export const writers = {
  ...planned,
  gender: rowWriter(gender, keysOf(columnsOf(gender, 'active'))),
  assignmentCode: rowWriter(assignmentCode, keysOf(columnsOf(assignmentCode, 'active'))),
  school: rowWriter(school, keysOf(columnsOf(school, 'active'))),
  section: rowWriter(section, keysOf(columnsOf(section))),
  sectionStaff: rowWriter(sectionStaff, keysOf(columnsOf(sectionStaff))),
  person: people,
  enrollment: rowWriter(enrollment, keysOf(columnsOf(enrollment, 'endDate'))),
  guardianship: rowWriter(guardianship, keysOf(columnsOf(guardianship, 'relationship'))),
};
