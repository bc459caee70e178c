import type { FieldError, Unreadable } from '../../failure.ts';
import { jsonItems } from '../../http/json-items.ts';
import { SentLines } from '../../http/lines.ts';
import type { SentBytes } from '../../http/sent-bytes.ts';
import { columnOfError } from '../../record/csv/column-of-error.ts';
import type { ColumnMeaning } from '../../record/csv/meaning.ts';
import { openRecords, type RecordTable, type TableRecord } from '../../record/csv/read-table.ts';
import type { FaultyRecord, SentRecord } from '../transfer/intake.ts';
import { staffOfLine, staffOfLines } from '../transfer/staff-of-lines.ts';
import { isTable, NDJSON_TYPE } from './file-types.ts';
import { inLabels, labelOfProperty } from './labels.ts';
import { Places } from './places.ts';
import { recognizedOf } from './recognized.ts';
import type { Recognized } from './schema.ts';

/** A file as the transfer takes it, and where its errors are. */
export interface FileRecords {
  records: AsyncIterable<SentRecord>;
  places: Places;
  /** Called with a faulty record while its row is still in memory. */
  note(faulty: FaultyRecord): void;
  /** The column of an error, as the file has it; null: of the whole record. */
  columnOf(error: FieldError): string | null;
  /** How a table was read. Complete when all records were read. */
  recognized(): Recognized | null;
  /** A message or hint as the user of the file reads it. */
  said(text: string): string;
}

/** How a table is read, as a user confirmed it. */
export interface TableGiven {
  mapping?: readonly ColumnMeaning[] | undefined;
  headerRow?: number | undefined;
  sheet?: string | undefined;
}

/** A file by its media type. */
export function recordsOfFile(file: SentBytes, given: TableGiven): FileRecords {
  if (isTable(file.type)) return tableRecords(file, given);
  const places = new Places();
  const records = file.type === NDJSON_TYPE ? ofLines(file, places) : ofList(file, places);
  return {
    records,
    places,
    note: () => {},
    columnOf: ({ pointer }) => stepsOf(pointer).join('.') || null,
    recognized: () => null,
    said: (text) => text,
  };
}

async function* ofLines(file: SentBytes, places: Places): AsyncGenerator<SentRecord> {
  const lines = new SentLines(file);
  for await (const sent of staffOfLines(lines)) {
    places.add(lines.number);
    yield sent;
  }
}

async function* ofList(file: SentBytes, places: Places): AsyncGenerator<SentRecord> {
  for await (const { bytes, line } of jsonItems(file, 'staffMembers')) {
    places.add(line);
    yield staffOfLine(bytes);
  }
}

/** A row, with what finds the columns of its errors. */
interface SentRow extends SentRecord {
  row: TableRecord;
}

function tableRecords(file: SentBytes, given: TableGiven): FileRecords {
  let table: RecordTable | undefined;
  const places = new Places();
  const columns = new Map<FieldError, string | null>();
  async function* records(): AsyncGenerator<SentRow> {
    table = await openRecords(file, given.mapping, given);
    for await (const row of table.records) {
      places.add(row.line, row.start);
      yield {
        row,
        ...(row.unreadable
          ? unreadable(row.unreadable, row.cells)
          : { value: row.record, faults: row.faults }),
      };
    }
  }
  return {
    records: records(),
    places,
    note({ sent, errors }) {
      const { row } = sent as SentRow;
      for (const error of errors) {
        const column = columnOfError(row.columns, row.cells, stepsOf(error.pointer));
        columns.set(error, column?.header ?? labelOf(error));
      }
    },
    // One that is found when the row is gone is of a staffNumber that was sent before.
    columnOf: (error) => columns.get(error) ?? null,
    recognized: () => (table ? recognizedOf(table) : null),
    // Property names mean nothing to a user whose file has other column names.
    said: inLabels,
  };
}

const unreadable = (failure: Unreadable, cells: readonly string[]) => ({
  value: undefined,
  unreadable: failure,
  cells,
});

/** The label of what has no column in the file; null: the whole record. */
function labelOf({ pointer }: FieldError): string | null {
  const steps = stepsOf(pointer).map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : step));
  return steps.length > 0 ? labelOfProperty(steps.join('.')) : null;
}

/** Within its record: the first step of a pointer is the record's index. */
const stepsOf = (pointer: string): string[] => pointer.split('/').slice(2);
