import type { Context } from '../context.ts';
import type { CsvColumns } from '../export/csv.ts';
import type { Download } from '../export/download.ts';
import { findPeople } from './find-people.ts';
import { PERSON_COLUMNS, peopleCsv } from './people-csv.ts';
import type { PersonRow } from './schema.ts';
import type { PeopleAsked } from './wanted-people.ts';

const EVERYONE = 10_000_000;

const yes = (is: boolean) => (is ? 'Yes' : '');

const COLUMNS: CsvColumns<PersonRow> = [
  ...PERSON_COLUMNS,
  ['More Positions', (p) => p.position?.more || null],
  ['Incomplete', (p) => yes(p.position === null)],
  ['Duplicate Number', (p) => yes(p.duplicateNumber)],
  ['HR-managed', (p) => yes(p.hrManaged)],
];

/** The directory as it is searched, filtered and sorted, all of it, as CSV. A text that may be an SSN is never read as one. */
export const exportStaff = (ctx: Context, asked: Omit<PeopleAsked, 'page' | 'limit'>): Download =>
  peopleCsv(
    ctx,
    'staff.csv',
    COLUMNS,
    async (tx) => (await findPeople(tx, { ...asked, page: 1, limit: EVERYONE })).ids,
  );
