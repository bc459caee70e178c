import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { csvStream } from '../../export/csv.ts';
import { Download } from '../../export/download.ts';
import { fitsXlsx, xlsxStream } from '../../export/xlsx/xlsx-stream.ts';
import { TooLarge } from '../../failure.ts';
import { openRows, type RecordOptions } from '../../record/csv/read-table.ts';
import type { TableRow } from '../../staff-file/row.ts';
import { Intake } from '../transfer/intake.ts';
import { XLSX_TYPE } from '../upload/file-types.ts';
import { recordsOfFile, type StaffFile } from '../upload/records.ts';
import { leaveSsnsOut } from './compare-with-run.ts';
import { type DraftFile, draftById } from './draft.ts';
import { readDraft } from './draft-file.ts';
import { WIZARD_TEXTS } from './texts.ts';

/** Rows that a download has; a file with more has a common cause. */
const MAX_ROWS = 100_000;
const BATCH_ROWS = 500;

type Row = readonly string[];

export type ProblemsFormat = 'csv' | 'xlsx';

/**
 * The rows of a draft that can't be staged, as the file has them and as the user corrected them, each with its errors: to be
 * corrected and sent as another file. SSNs are whole, because the file would be useless otherwise, so it is in the audit log.
 * @throws as `checkDraft`, and TooLarge for a cell that no workbook takes
 */
export async function downloadProblems(ctx: Context, id: string, as: ProblemsFormat): Promise<Download> {
  const draft = await draftById(ctx, id);
  const { file, options } = await readDraft(ctx, draft);
  const errors = await errorsByLine(ctx, file, options);
  const faulty = async () => {
    const { table, rows } = await openRows(file.read(), { ...options, codes: {} });
    return { headings: [...table.header, 'Errors'], rows: withErrors(rows, table.header.length, errors) };
  };
  if (as === 'xlsx')
    for await (const row of (await faulty()).rows)
      if (!fitsXlsx(row)) throw new TooLarge(WIZARD_TEXTS.noWorkbook());
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    recordAudit(ctx, tx, { action: 'sync.upload.problems', target: id, detail: { rows: errors.size } }),
  );
  const { headings, rows } = await faulty();
  return as === 'csv'
    ? new Download(nameOf(draft, as), 'text/csv; charset=utf-8', csvOf(headings, rows))
    : new Download(nameOf(draft, as), XLSX_TYPE, xlsxStream(headings, rows));
}

/** The faulty ones of a file's rows as wide as its header, and what is wrong with each. */
async function* withErrors(
  rows: AsyncIterable<TableRow>,
  width: number,
  errors: ReadonlyMap<number, string>,
): AsyncGenerator<Row> {
  for await (const { line, cells } of rows) {
    const text = errors.get(line);
    if (text !== undefined) yield [...Array.from({ length: width }, (_, at) => cells[at] ?? ''), text];
  }
}

const csvOf = (headings: readonly string[], rows: AsyncIterable<Row>): ReadableStream<Uint8Array> =>
  csvStream(
    headings.map((heading, index) => [heading, (row: Row) => row[index] ?? ''] as const),
    inBatches(rows),
  );

/** What is wrong with each faulty row. Of a person with several rows each of them is faulty (SYNC-2). */
async function errorsByLine(
  ctx: Context,
  file: StaffFile,
  options: RecordOptions,
): Promise<Map<number, string>> {
  const read = recordsOfFile(file, options);
  const found = new Map<number, string>();
  const placeOf = (index: number) => `on line ${read.places.line(index)}`;
  const intake = new Intake(
    ctx,
    { pointer: '', placeOf, refuseRepeated: true, seal: leaveSsnsOut },
    async (faulty) => {
      for (const one of faulty) {
        read.note(one);
        const said = one.errors.map((error) => {
          const { line, column } = read.placeOf(error);
          return {
            line: line ?? read.places.line(one.index),
            text: `${column ? `${column}: ` : ''}${read.said(error).message}`,
          };
        });
        for (const line of read.places.lines(one.index))
          if (found.size < MAX_ROWS)
            found.set(
              line,
              said
                .filter((error) => error.line === line)
                .map(({ text }) => text)
                .join(' '),
            );
      }
    },
  );
  for await (const _ of intake.validRecords(read.records));
  return found;
}

async function* inBatches(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Plain ASCII, as a header of HTTP has it. */
const nameOf = ({ fileName }: DraftFile, ending: ProblemsFormat): string =>
  `${fileName
    .replace(/\.\w+$/, '')
    .replace(/[^\w .-]+/g, '_')
    .slice(0, 100)} - problems.${ending}`;
