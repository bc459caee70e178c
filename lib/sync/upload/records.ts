import type { FieldError, Unreadable } from '../../failure.ts';
import { jsonItems } from '../../http/json-items.ts';
import { SentLines } from '../../http/lines.ts';
import type { SentBytes } from '../../http/sent-bytes.ts';
import { columnOfError } from '../../record/csv/column-of-error.ts';
import { type ValueMatches, withMatches } from '../../record/csv/match-values.ts';
import type { ColumnMeaning } from '../../record/csv/meaning.ts';
import {
  openPeople,
  originOfError,
  type PeopleOfTable,
  type PersonOfTable,
} from '../../record/csv/people.ts';
import type { TableRecord } from '../../record/csv/read-table.ts';
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
  /** The line of an error of a record with several. */
  lineOf(error: FieldError): number | undefined;
  /** How a table was read. Complete when all records were read. */
  recognized(): Recognized | null;
  /** A message or hint as the user of the file reads it. */
  said(text: string): string;
}

/** How a table is read, as a user confirmed it; `today` as `YYYY-MM-DD`. */
export interface TableGiven {
  mapping?: readonly ColumnMeaning[] | undefined;
  headerRow?: number | undefined;
  sheet?: string | undefined;
  today: string;
  matches: ValueMatches;
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
    lineOf: () => undefined,
    recognized: () => null,
    said: (text) => text,
  };
}

async function* ofLines(file: SentBytes, places: Places): AsyncGenerator<SentRecord> {
  const lines = new SentLines(file);
  for await (const sent of staffOfLines(lines)) {
    places.addRecord([places.addRow(lines.number)]);
    yield sent;
  }
}

async function* ofList(file: SentBytes, places: Places): AsyncGenerator<SentRecord> {
  for await (const { bytes, line } of jsonItems(file, 'staffMembers')) {
    places.addRecord([places.addRow(line)]);
    yield staffOfLine(bytes);
  }
}

/** A person's rows, with what finds the columns of their errors. */
interface SentRow extends SentRecord {
  person: PersonOfTable;
}

function tableRecords(file: SentBytes, given: TableGiven): FileRecords {
  let table: PeopleOfTable | undefined;
  const placeOfRow = new WeakMap<TableRecord, number>();
  const lines = new Map<FieldError, number>();
  const places = new Places();
  const columns = new Map<FieldError, string | null>();
  async function* records(): AsyncGenerator<SentRow> {
    table = await openPeople(file, given.mapping, given, (row) =>
      placeOfRow.set(row, places.addRow(row.line, row.start)),
    );
    for await (const person of table.people) {
      const { rows, record, errors } = person;
      places.addRecord(rows.map((row) => placeOfRow.get(row) ?? -1));
      const [row] = rows;
      yield {
        person,
        ...(row?.unreadable
          ? unreadable(row.unreadable, row.cells)
          : { value: withMatches(record, given.matches), faults: errors }),
      };
    }
  }
  return {
    records: records(),
    places,
    note({ sent, errors }) {
      const { person } = sent as SentRow;
      for (const error of errors) {
        const { row, steps } = originOfError(person, stepsOf(error.pointer));
        const column = columnOfError(row.columns, row.cells, steps);
        columns.set(error, column?.header ?? labelOf(error));
        lines.set(error, row.line);
      }
    },
    lineOf: (error) => lines.get(error),
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
