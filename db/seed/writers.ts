import { writers as planned } from '../../lib/change/apply/row-writers.ts';
import { rowWriter } from '../rows.ts';
import { assignmentCode, gender, school, section, title } from '../schema/district.ts';
import { enrollment, guardianship, person, sectionStaff } from '../schema/person.ts';

interface CodeRow {
  id: string;
  code: string;
  description: string;
}
interface SchoolRow {
  id: string;
  schoolNumber: string;
  name: string;
  type: string | null;
}
interface SectionRow {
  id: string;
  schoolNumber: string;
  name: string;
  startDate: string | null;
  endDate: string | null;
}
export interface PersonRow {
  id: string;
  staffNumber: string | null;
  gender: string | null;
  birthDate: string | null;
  ssnCipher: Buffer | null;
  ssnIndex: Buffer | null;
  ssnLast4: string | null;
  workPhone: string | null;
  cellPhone: string | null;
  otherPhone: string | null;
  workEmail: string | null;
  personalEmail: string | null;
}
interface EnrollmentRow {
  id: string;
  personId: string;
  schoolNumber: string;
  grade: string;
  startDate: string;
}

const CODE = ['id', 'code', 'description'] as const;

/** How seeds write rows: many at once, one statement a table. */
export const writers = {
  ...planned,
  gender: rowWriter<CodeRow>(gender, CODE),
  assignmentCode: rowWriter<CodeRow>(assignmentCode, CODE),
  title: rowWriter<CodeRow>(title, CODE),
  school: rowWriter<SchoolRow>(school, ['id', 'schoolNumber', 'name', 'type']),
  section: rowWriter<SectionRow>(section, ['id', 'schoolNumber', 'name', 'startDate', 'endDate']),
  sectionStaff: rowWriter<{ id: string; sectionId: string; assignmentId: string }>(sectionStaff, [
    'id',
    'sectionId',
    'assignmentId',
  ]),
  person: rowWriter<PersonRow>(person, [
    'id',
    'staffNumber',
    'gender',
    'birthDate',
    'ssnCipher',
    'ssnIndex',
    'ssnLast4',
    'workPhone',
    'cellPhone',
    'otherPhone',
    'workEmail',
    'personalEmail',
  ]),
  enrollment: rowWriter<EnrollmentRow>(enrollment, ['id', 'personId', 'schoolNumber', 'grade', 'startDate']),
  guardianship: rowWriter<{ id: string; guardianId: string; studentId: string }>(guardianship, [
    'id',
    'guardianId',
    'studentId',
  ]),
};
