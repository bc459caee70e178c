import type { Context } from '../../context.ts';
import { csvStream } from '../../export/csv.ts';
import { Download } from '../../export/download.ts';
import { NotFound } from '../../failure.ts';
import { runById } from '../run/run.ts';
import { type ResultFilter, type ResultRow, resultRows } from './result-rows.ts';

const BATCH = 1_000;

/** What a commit did, person by person, as narrowed, as CSV. @throws NotFound for an unknown run */
export async function exportResults(ctx: Context, filter: ResultFilter): Promise<Download> {
  const run = await ctx.db.inDistrict(ctx.district.id, (tx) => runById(tx, filter.runId));
  if (!run) throw new NotFound('There is no such synchronisation in this district.');
  const stream = csvStream<ResultRow>(
    [
      ['Staff Number', ({ staffNumber }) => staffNumber],
      ['Name', ({ name }) => name],
      ['Outcome', ({ outcome }) => outcome],
      ['Reason', ({ errors }) => errors.map(({ message }) => message).join(' ')],
      ['Field', ({ errors }) => errors.map(({ pointer }) => pointer).join(' ')],
      ['What to Do', ({ errors }) => errors.flatMap(({ hint }) => hint ?? []).join(' ')],
      ['Warnings', ({ warnings }) => warnings.map(({ message }) => message).join(' ')],
    ],
    batches(ctx, filter),
  );
  return new Download('synchronization-results.csv', 'text/csv; charset=utf-8', stream);
}

/** In staged order, each batch in a transaction of its own. */
async function* batches(ctx: Context, filter: ResultFilter): AsyncGenerator<ResultRow[]> {
  for (let after: number | undefined = -1; after !== undefined; ) {
    const place = { after, limit: BATCH };
    const rows: ResultRow[] = await ctx.db.inDistrict(ctx.district.id, (tx) => resultRows(tx, filter, place));
    if (rows.length > 0) yield rows;
    after = rows.length === BATCH ? rows.at(-1)?.seq : undefined;
  }
}
