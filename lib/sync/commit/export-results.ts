import { inBatches } from '../../concurrency/in-batches.ts';
import type { Context } from '../../context.ts';
import { csvStream } from '../../export/csv.ts';
import { Download } from '../../export/download.ts';
import { saidOnce } from '../../record/said-once.ts';
import { withNamesAsSent } from './names-as-sent.ts';
import { type ResultFilter, type ResultRow, resultRows } from './result-rows.ts';
import { assertKept } from './results.ts';

const BATCH_ROWS = 1_000;

/** What a commit did, person by person, as narrowed, as CSV. @throws NotFound for an unknown run, and once its results are gone */
export async function exportResults(ctx: Context, filter: ResultFilter): Promise<Download> {
  await ctx.db.inDistrict(ctx.district.id, (tx) => assertKept(ctx, tx, filter.runId));
  const stream = csvStream<ResultRow>(
    [
      ['Staff Number', ({ staffNumber }) => staffNumber],
      ['Name', ({ name }) => name],
      ['Outcome', ({ outcome }) => outcome],
      [
        'Reason',
        ({ errors }) =>
          saidOnce(errors)
            .map(({ message }) => message)
            .join(' '),
      ],
      ['Field', ({ errors }) => errors.map(({ pointer }) => pointer).join(' ')],
      [
        'What to Do',
        ({ errors }) =>
          saidOnce(errors)
            .flatMap(({ hint }) => hint ?? [])
            .join(' '),
      ],
      ['Warnings', ({ warnings }) => warnings.map(({ message }) => message).join(' ')],
    ],
    inBatches<ResultRow>(BATCH_ROWS, (last) =>
      ctx.db.inDistrict(ctx.district.id, async (tx) =>
        withNamesAsSent(
          tx,
          filter.runId,
          await resultRows(tx, { ...filter, after: last, limit: BATCH_ROWS }),
        ),
      ),
    ),
  );
  return new Download('synchronization-results.csv', 'text/csv; charset=utf-8', stream);
}
