import type { SelectedRow } from '../../db/columns-of.ts';
import type { COLUMNS, Table } from './columns.ts';
import type { PersonRow } from './person-row.ts';

export type { Table } from './columns.ts';

type StoredRows = { [T in Table]: Omit<SelectedRow<(typeof COLUMNS)[T]>, 'id'> };

/** Rows as plans have them, by table: the columns of db/schema. Dates are `YYYY-MM-DD` text. */
export interface Rows extends Omit<StoredRows, 'person'> {
  person: PersonRow;
}

/** Why a change is made: the rule's id and a sentence for the admin. */
export interface Why {
  rule: string;
  reason: string;
}

/**
 * One row's change. `before` and `after` are whole rows; the journal keeps of an update only what differs.
 * The report prints it, apply writes it, undo inverts it.
 */
export type ChangeOf<T extends Table> = { table: T; id: string } & Why &
  (
    | { op: 'insert'; before: null; after: Rows[T] }
    | { op: 'update'; before: Rows[T]; after: Rows[T] }
    | { op: 'delete'; before: Rows[T]; after: null }
  );
export type Change = { [T in Table]: ChangeOf<T> }[Table];
