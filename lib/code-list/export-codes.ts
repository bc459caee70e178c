import { inBatches } from '../concurrency/in-batches.ts';
import type { Context } from '../context.ts';
import { type CsvColumns, csvStream } from '../export/csv.ts';
import { Download } from '../export/download.ts';
import type { ValueKind } from '../record/csv/meaning.ts';
import { readCodes } from './read-codes.ts';
import type { CodeNarrowing, UsedCode } from './schema.ts';

const BATCH_SIZE = 500;

const FILE_NAMES: Record<ValueKind, string> = {
  schools: 'schools.csv',
  genders: 'genders.csv',
  assignmentCodes: 'assignment-codes.csv',
  titles: 'titles.csv',
};

/** All codes of a kind that match, as CSV. With these headings `campus codes import` takes it again. */
export function exportCodes(ctx: Context, narrowing: CodeNarrowing): Download {
  const { kind } = narrowing;
  const isSchool = kind === 'schools';
  const type: CsvColumns<UsedCode> = [['Type', (one) => one.type]];
  const columns: CsvColumns<UsedCode> = [
    [isSchool ? 'School Number' : 'Code', (one) => one.code],
    [isSchool ? 'Name' : 'Description', (one) => one.description],
    ...(isSchool ? type : []),
    ['Active', (one) => (one.active ? 'yes' : 'no')],
    [kind === 'genders' ? 'People' : 'Positions', (one) => one.uses],
    ['HR’s Values', (one) => one.aliases.map(({ client, value }) => `${client}: ${value}`).join('; ')],
  ];
  return new Download(
    FILE_NAMES[kind],
    'text/csv; charset=utf-8',
    csvStream(
      columns,
      inBatches<UsedCode>(BATCH_SIZE, (last) =>
        ctx.db.inDistrict(ctx.district.id, (tx) =>
          readCodes(tx, narrowing, { after: last?.code ?? null, limit: BATCH_SIZE }),
        ),
      ),
    ),
  );
}
