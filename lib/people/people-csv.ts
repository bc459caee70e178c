import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { type CsvColumns, csvStream } from '../export/csv.ts';
import { Download } from '../export/download.ts';
import { peopleRows } from './list-people.ts';
import type { PersonRow } from './schema.ts';

const BATCH_ROWS = 1_000;

/** The columns of every list of people. */
export const PERSON_COLUMNS: CsvColumns<PersonRow> = [
  ['Staff Number', (p) => p.staffNumber],
  ['Last Name', (p) => p.lastName],
  ['First Name', (p) => p.firstName],
  ['Middle Name', (p) => p.middleName],
  ['Birth Date', (p) => p.birthDate],
  ['Work Email', (p) => p.workEmail],
  ['Work Phone', (p) => p.workPhone],
  ['Position', (p) => p.position?.title ?? null],
  ['School', (p) => p.position?.school ?? null],
];

/** A list of people of any length as CSV. `find` is asked once for all their ids, in order. */
export const peopleCsv = (
  ctx: Context,
  fileName: string,
  columns: CsvColumns<PersonRow>,
  find: (tx: Transaction) => Promise<readonly string[]>,
): Download =>
  new Download(fileName, 'text/csv; charset=utf-8', csvStream(columns, peopleBatches(ctx, find)));

/** Their rows come a thousand at a time, each in its own transaction. */
export async function* peopleBatches(
  ctx: Context,
  find: (tx: Transaction) => Promise<readonly string[]>,
): AsyncGenerator<PersonRow[]> {
  const ids = await ctx.db.inDistrict(ctx.district.id, find);
  for (let from = 0; from < ids.length; from += BATCH_ROWS)
    yield await ctx.db.inDistrict(ctx.district.id, (tx) =>
      peopleRows(tx, ids.slice(from, from + BATCH_ROWS)),
    );
}
