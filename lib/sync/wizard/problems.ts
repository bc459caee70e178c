import type { FieldError } from '../../failure.ts';
import type { ValueKind } from '../../record/csv/meaning.ts';
import type { TableRecord } from '../../record/csv/read-table.ts';
import type { FaultyRecord } from '../transfer/sent-record.ts';
import type { ErrorPlace, FileRecords } from '../upload/records.ts';
import { shownCell } from '../upload/shown-cell.ts';
import type { Cause } from './cause.ts';
import { findFix } from './fix.ts';
import type { DraftCheck } from './schema.ts';
import { WIZARD_TEXTS } from './texts.ts';

type FaultyRow = DraftCheck['faulty'][number];

/** What is remembered of a problem's rows; the counts are of all. */
const MAX_LINES = 50;
const MAX_VALUES = 200;
const VALUES_SHOWN = 10;
/** Causes that are told apart; one file has few. */
const MAX_PROBLEMS = 500;
/** Rows that can be corrected in the page; for more the file is to be corrected. */
const MAX_FAULTY_ROWS = 200;

const KIND_OF_CODE: Partial<Record<FieldError['code'], ValueKind>> = {
  unknownSchool: 'schools',
  unknownGender: 'genders',
  unknownAssignmentCode: 'assignmentCodes',
};

/** The errors of a file by their causes: what one answer would repair is one problem. Memory is bounded. */
export class Problems {
  /** Rows that can't be read: nobody knows whose they are. */
  unreadable = 0;
  readonly faulty: FaultyRow[] = [];
  readonly #causes = new Map<string, Cause>();
  readonly #file: FileRecords;
  readonly #corrected: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly #faultyPeople = new Set<number>();

  /** @param corrected as RecordOptions has it */
  constructor(file: FileRecords, corrected: ReadonlyMap<number, ReadonlyMap<number, string>>) {
    this.#file = file;
    this.#corrected = corrected;
  }

  /** People with a problem. Of a number that is there twice both are, also the first, which was sound by itself (SYNC-2). */
  get people(): number {
    return this.#faultyPeople.size;
  }

  add(faulty: FaultyRecord): void {
    this.#faultyPeople.add(faulty.index);
    for (const { otherIndex } of faulty.errors)
      if (otherIndex !== undefined) this.#faultyPeople.add(otherIndex);
    if (faulty.sent.unreadable) this.unreadable += 1;
    this.#file.note(faulty);
    const rows = this.#file.rowsOf(faulty.sent);
    const lineOf = this.#file.places.line(faulty.index);
    const met = new Map<Cause, Set<number>>();
    const errors = new Map<number, FaultyRow['errors']>();
    for (const error of faulty.errors) {
      const place = this.#file.placeOf(error);
      const line = place.line ?? lineOf;
      const cause = this.#causeOf(error, place, rows[0]);
      if (!cause) continue;
      const lines = met.get(cause) ?? new Set();
      if (lines.size === 0) cause.people += 1;
      if (!lines.has(line)) addRow(cause, line, place.cell);
      met.set(cause, lines.add(line));
      const list = errors.get(line) ?? [];
      list.push({ problem: cause.id, column: place.columnIndex, ...this.#file.said(error) });
      errors.set(line, list);
    }
    for (const row of rows) this.#show(row, faulty.staffNumber ?? null, errors.get(row.line) ?? []);
  }

  /** Most rows first. @param people of the whole file */
  list(people: number): DraftCheck['problems'] {
    return [...this.#causes.values()]
      .sort((a, b) => b.rows - a.rows)
      .map((cause) => ({
        id: cause.id,
        code: cause.first.code,
        column: cause.place.column,
        columnIndex: cause.place.columnIndex,
        ...this.#heading(cause),
        rows: cause.rows,
        people: cause.people,
        lines: [...cause.lines],
        values: [...cause.values]
          .sort(([, a], [, b]) => b - a)
          .slice(0, VALUES_SHOWN)
          .map(([text, count]) => ({ text: shownCell(text, cause.column?.property ?? null), count })),
        fix: findFix(cause, people),
      }));
  }

  #causeOf(error: FieldError, place: ErrorPlace, row: TableRecord | undefined): Cause | undefined {
    const of = KIND_OF_CODE[error.code];
    const value = of ? (place.cell ?? '').trim() : '';
    const key = JSON.stringify([error.code, place.columnIndex ?? place.column, value]);
    const known = this.#causes.get(key);
    if (known || this.#causes.size >= MAX_PROBLEMS) return known;
    const column = place.columnIndex === null ? undefined : row?.columns[place.columnIndex];
    const id = `p${this.#causes.size + 1}`;
    const cause: Cause = {
      id,
      place,
      column,
      first: error,
      of,
      ...NOTHING,
      lines: new Set(),
      values: new Map(),
    };
    this.#causes.set(key, cause);
    return cause;
  }

  /** Lines and numbers of the first error are not those of the others. */
  #heading({ first, people }: Cause) {
    if (people === 1 || (first.code !== 'rowsDiffer' && first.otherIndex === undefined))
      return this.#file.said(first);
    return first.otherIndex === undefined ? WIZARD_TEXTS.rowsDiffer() : WIZARD_TEXTS.numberTwice();
  }

  #show(row: TableRecord, staffNumber: string | null, errors: FaultyRow['errors']): void {
    if (this.faulty.length >= MAX_FAULTY_ROWS || row.unreadable) return;
    const corrected = this.#corrected.get(row.line);
    const cells = row.cells.slice(0, this.#file.header().length).map((cell, index) => ({
      text: shownCell(cell, row.columns[index]?.property ?? null),
      corrected: corrected?.has(index) ?? false,
    }));
    this.faulty.push({ line: row.line, staffNumber, cells, errors });
  }
}

const NOTHING = { rows: 0, people: 0 };

function addRow(cause: Cause, line: number, cell: string | undefined): void {
  cause.rows += 1;
  if (cause.lines.size < MAX_LINES) cause.lines.add(line);
  const value = cell?.trim() ?? '';
  const known = cause.values.get(value);
  if (value !== '' && (known !== undefined || cause.values.size < MAX_VALUES))
    cause.values.set(value, (known ?? 0) + 1);
}
