import { keysOf } from '../../../db/columns-of.ts';
import type { Rows, Table } from '../../change/change.ts';
import type { BatchContext, PersonState, RowUndo } from './person-state.ts';
import { type AnyRow, idOf, type Place, type RowKey, rowKey, sameIn, tableOf } from './rows.ts';

/** A person's rows while their undo is planned: the changes of a group can be rolled back. */
export class Draft {
  readonly #base: PersonState['rows'];
  readonly #addresses: BatchContext['addresses'];
  #set = new Map<RowKey, AnyRow | null>();

  constructor(base: PersonState['rows'], addresses: BatchContext['addresses']) {
    this.#base = base;
    this.#addresses = addresses;
  }

  get<T extends Table>(place: Place<T>): Rows[T] | null {
    const key = rowKey(place);
    const set = this.#set.get(key);
    // A key names the table its row is of.
    return (set === undefined ? this.#stored(key) : set) as Rows[T] | null;
  }

  set<T extends Table>(place: Place<T>, row: Rows[T] | null): void {
    this.#set.set(rowKey(place), row);
  }

  /** The person's rows of a table as they are in the draft. */
  rows<T extends Table>(table: T): { id: string; row: Rows[T] }[] {
    const keys = new Set([...this.#base.keys(), ...this.#set.keys()].filter((key) => tableOf(key) === table));
    return [...keys].flatMap((key) => {
      const row = this.get({ table, id: idOf(key) });
      return row ? [{ id: idOf(key), row }] : [];
    });
  }

  mark(): Map<RowKey, AnyRow | null> {
    return new Map(this.#set);
  }

  rollBack(mark: Map<RowKey, AnyRow | null>): void {
    this.#set = mark;
  }

  /** What differs in the end. The batch's addresses are updated, for the people who are planned next. */
  changes(): RowUndo[] {
    const changes = [...this.#set].flatMap(([key, after]) => {
      const before = this.#stored(key);
      const place = { table: tableOf(key), id: idOf(key) };
      return before === after || (before && after && equal(before, after))
        ? []
        : [{ ...place, before, after }];
    });
    for (const { table, id, after } of changes)
      if (table === 'address' && after && 'matchKey' in after) this.#addresses.set(id, after);
    return changes;
  }

  #stored(key: RowKey): AnyRow | null {
    const rows = tableOf(key) === 'address' ? this.#addresses.get(idOf(key)) : this.#base.get(key);
    return rows ?? null;
  }
}

const equal = (a: AnyRow, b: AnyRow): boolean =>
  [...new Set([...keysOf<object>(a), ...keysOf<object>(b)])].every((column) => sameIn(column, a, b));
