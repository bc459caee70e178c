import { stringify } from 'csv-stringify/sync';

/** For each column its heading and its cell of a row. */
export type CsvColumns<Row> = readonly (readonly [
  heading: string,
  cell: (row: Row) => string | number | null,
])[];

/**
 * A table as CSV, written as its rows come: in UTF-8 with its mark, so that Excel reads it, and with every cell that a
 * spreadsheet would take for a formula neutralized, because HR's texts may be hostile.
 *
 * @param batches rows in as many parts as they come in
 */
export function csvStream<Row>(
  columns: CsvColumns<Row>,
  batches: AsyncIterable<readonly Row[]>,
): ReadableStream<Uint8Array> {
  const parts = textOf(columns, batches);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

async function* textOf<Row>(columns: CsvColumns<Row>, batches: AsyncIterable<readonly Row[]>) {
  yield `\uFEFF${lines([columns.map(([heading]) => heading)])}`;
  for await (const rows of batches) yield lines(rows.map((row) => columns.map(([, cell]) => cell(row))));
}

const lines = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify(rows as (string | number | null)[][], { escape_formulas: true, record_delimiter: 'windows' });
