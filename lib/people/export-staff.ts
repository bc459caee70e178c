import type { Context } from '../context.ts';
import { Download } from '../http/download.ts';
import { type CsvColumns, csvStream } from '../report/csv.ts';
import { findPeople, type PeopleAsked } from './find-people.ts';
import { peopleRows } from './list-people.ts';
import type { PersonRow } from './schema.ts';

const BATCH = 1_000;
const EVERYONE = 10_000_000;

const yes = (is: boolean) => (is ? 'Yes' : '');

const COLUMNS: CsvColumns<PersonRow> = [
  ['Staff Number', (p) => p.staffNumber],
  ['Last Name', (p) => p.lastName],
  ['First Name', (p) => p.firstName],
  ['Middle Name', (p) => p.middleName],
  ['Birth Date', (p) => p.birthDate],
  ['Work Email', (p) => p.workEmail],
  ['Work Phone', (p) => p.workPhone],
  ['Position', (p) => p.position?.title ?? null],
  ['School', (p) => p.position?.school ?? null],
  ['More Positions', (p) => p.position?.more || null],
  ['Incomplete', (p) => yes(p.position === null)],
  ['Duplicate Number', (p) => yes(p.duplicateNumber)],
  ['HR-managed', (p) => yes(p.hrManaged)],
];

/** The directory as it is searched, filtered and sorted, all of it, as CSV. */
export const exportStaff = (ctx: Context, asked: Omit<PeopleAsked, 'page' | 'limit'>): Download =>
  new Download('staff.csv', 'text/csv; charset=utf-8', csvStream(COLUMNS, batches(ctx, asked)));

/** Who they are is asked once; their rows come a thousand at a time, each in a transaction of its own. */
async function* batches(
  ctx: Context,
  asked: Omit<PeopleAsked, 'page' | 'limit'>,
): AsyncGenerator<PersonRow[]> {
  const { ids } = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    findPeople(ctx, tx, { ...asked, page: 1, limit: EVERYONE }),
  );
  for (let from = 0; from < ids.length; from += BATCH)
    yield await ctx.db.inDistrict(ctx.district.id, (tx) => peopleRows(tx, ids.slice(from, from + BATCH)));
}
