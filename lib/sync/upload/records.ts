import type { FieldError, Unreadable } from '../../failure.ts';
import { jsonItems } from '../../http/json-items.ts';
import { SentLines } from '../../http/lines.ts';
import type { Column } from '../../record/csv/column.ts';
import { columnOfError } from '../../record/csv/column-of-error.ts';
import {
  openPeople,
  originOfError,
  type PeopleOfTable,
  type PersonOfTable,
} from '../../record/csv/people.ts';
import type { RecordOptions, TableRecord } from '../../record/csv/read-table.ts';
import { erasesOf } from '../../record/csv/record-of-row.ts';
import type { FaultyRecord, SentRecord } from '../transfer/sent-record.ts';
import { staffOfLine, staffOfLines } from '../transfer/staff-of-lines.ts';
import { isTable, NDJSON_TYPE } from './file-types.ts';
import { errorInLabels, labelOfProperty, type Said } from './labels.ts';
import { Places } from './places.ts';
import { recognizedOf } from './recognized.ts';
import type { Recognized } from './schema.ts';

/** Where an error of a record is. */
export interface ErrorPlace {
  /** As the file has it, or the record; null: of the whole record. */
  column: string | null;
  /** Its place in the file, from 0; null where the file has no such column. */
  columnIndex: number | null;
  line: number | undefined;
  /** The cell as the file has it. */
  cell: string | undefined;
}

/** A file as the transfer takes it, and where its errors are. */
export interface FileRecords {
  records: AsyncIterable<SentRecord>;
  places: Places;
  /** Called with a faulty record while its row is still in memory. */
  note(faulty: FaultyRecord): void;
  /** Of a record that was noted. */
  placeOf(error: FieldError): ErrorPlace;
  /** The rows of a record of a table, while they are in memory. */
  rowsOf(sent: SentRecord): readonly TableRecord[];
  /** How a table was read. Complete when all records were read, as all below. */
  recognized(): Recognized | null;
  header(): readonly string[];
  /** Rows with an ignored value. */
  ignored(): number;
  /** People whose blank cells erase, by column, without those that were noted as faulty. */
  erasures(): ReadonlyMap<number, number>;
  /** An error as the user of the file reads it. */
  said(error: Said & Pick<FieldError, 'code'>): Said;
}

/** A file that can be read from its beginning any number of times. */
export interface StaffFile {
  type: string;
  read: () => AsyncIterable<Uint8Array>;
}

/** The records of a file by its media type. */
export function recordsOfFile(file: StaffFile, given: RecordOptions): FileRecords {
  if (isTable(file.type)) return tableRecords(file, given);
  const places = new Places();
  const records = file.type === NDJSON_TYPE ? ofLines(file, places) : ofList(file, places);
  return {
    records,
    places,
    note: () => {},
    placeOf: ({ pointer }) => ({ ...NOWHERE, column: stepsOf(pointer).join('.') || null }),
    rowsOf: () => [],
    recognized: () => null,
    header: () => [],
    ignored: () => 0,
    erasures: () => new Map(),
    said: ({ message, hint }) => ({ message, ...(hint && { hint }) }),
  };
}

const NOWHERE: ErrorPlace = { column: null, columnIndex: null, line: undefined, cell: undefined };

async function* ofLines(file: StaffFile, places: Places): AsyncGenerator<SentRecord> {
  const lines = new SentLines(file.read());
  for await (const sent of staffOfLines(lines)) {
    places.addRecord([places.addRow(lines.number)]);
    yield sent;
  }
}

async function* ofList(file: StaffFile, places: Places): AsyncGenerator<SentRecord> {
  for await (const { bytes, line } of jsonItems(file.read(), 'staffMembers')) {
    places.addRecord([places.addRow(line)]);
    yield staffOfLine(bytes);
  }
}

/** A person's rows, with what finds the columns of their errors. */
interface SentRow extends SentRecord {
  person: PersonOfTable;
}

function tableRecords(file: StaffFile, given: RecordOptions): FileRecords {
  let table: PeopleOfTable | undefined;
  const places = new Places();
  const found = new Map<FieldError, ErrorPlace>();
  const erasures = new Map<number, number>();
  /** Columns whose blank cells erase, with their places in the row. An end that is open is said, not blank. */
  let erasing: [Column, number][] = [];
  const countErased = ({ rows }: PersonOfTable, by: number): void => {
    for (const [column, index] of erasing) {
      const cells = rows.map((row) => row.cells[index]?.trim() ?? '');
      if (erasesOf(column, cells)) erasures.set(index, (erasures.get(index) ?? 0) + by);
    }
  };
  async function* records(): AsyncGenerator<SentRow> {
    table = await openPeople(file.read, given, ({ line }) => places.addRow(line));
    erasing = table.columns.flatMap((column, index) =>
      column?.blanks === 'erase' ? [[column, index] satisfies [Column, number]] : [],
    );
    for await (const person of table.people) {
      const { rows, record, errors } = person;
      places.addRecord(rows.map(({ place }) => place));
      countErased(person, 1);
      const [row] = rows;
      yield {
        person,
        ...(row?.unreadable ? unreadable(row.unreadable, row.cells) : { value: record, faults: errors }),
      };
    }
  }
  return {
    records: records(),
    places,
    note({ sent, errors }) {
      const { person } = sent as SentRow;
      countErased(person, -1);
      for (const error of errors) found.set(error, placeIn(person, error));
    },
    // One that is found when the row is gone is of a staffNumber that was sent before.
    placeOf: (error) => found.get(error) ?? NOWHERE,
    rowsOf: (sent) => (sent as SentRow).person.rows,
    recognized: () => (table ? recognizedOf(table) : null),
    header: () => table?.header ?? [],
    ignored: () => table?.left.ignored ?? 0,
    erasures: () => erasures,
    // Property names mean nothing to a user whose file has other column names.
    said: errorInLabels,
  };
}

function placeIn(person: PersonOfTable, error: FieldError): ErrorPlace {
  const { row, steps } = originOfError(person, stepsOf(error.pointer));
  const column = columnOfError(row.columns, row.cells, steps);
  const at = column ? row.columns.indexOf(column) : -1;
  return {
    column: column?.header ?? labelOf(error),
    columnIndex: at < 0 ? null : at,
    line: row.line,
    cell: row.cells[at],
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
