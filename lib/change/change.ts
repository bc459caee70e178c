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
 * A row's change. `before` and `after` are whole rows; the journal keeps of an update only what differs. `marksOnly`: of a
 * person's row only `hrManagedAt` differs (RO-1). On the first feed this is most of the district, so one column is written.
 */
export type ChangeOf<T extends Table> = { table: T; id: string } & Why &
  (
    | { op: 'insert'; before: null; after: Rows[T] }
    | { op: 'update'; before: Rows[T]; after: Rows[T]; marksOnly?: boolean }
    | { op: 'delete'; before: Rows[T]; after: null }
  );

/** What the journal can tell: also that an undo took unused titles and addresses away (sync/undo/shared-rows.ts). */
export type JournaledChange = { [T in Table]: ChangeOf<T> }[Table];

/** People share titles and addresses: no plan removes one, and a title is never rewritten (REF-2). */
type Planned = { title: 'insert'; address: 'insert' | 'update' } & {
  [T in Exclude<Table, 'title' | 'address'>]: 'insert' | 'update' | 'delete';
};

/** What a plan can change: the report prints it, apply writes it, undo inverts it. */
export type Change = { [T in Table]: Extract<ChangeOf<T>, { op: Planned[T] }> }[Table];

/** Whether a change only marks the person as HR-managed (RO-1): HR and Campus agree on everything else. */
export const marksOnly = (change: Change): boolean =>
  change.table === 'person' && change.op === 'update' && change.marksOnly === true;

export type ChangeKind = { [T in Table]: `${T} ${Planned[T]}` }[Table];
export type ChangeOfKind<K extends ChangeKind> = K extends `${infer T extends Table} ${infer O}`
  ? Extract<ChangeOf<T>, { op: O }>
  : never;
