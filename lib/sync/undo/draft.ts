import type { Table } from '../../change/change.ts';
import { type Image, idOf, type RowKey, rowKey, tableOf } from './images.ts';
import type { PersonState, PersonUndo, Surroundings } from './person-state.ts';

/** A person's rows while their undo is planned: what a group of changes sets can be given up again. */
export class Draft {
  readonly #base: PersonState['rows'];
  readonly #addresses: Surroundings['addresses'];
  #set = new Map<RowKey, Image | null>();

  constructor(base: PersonState['rows'], addresses: Surroundings['addresses']) {
    this.#base = base;
    this.#addresses = addresses;
  }

  get(place: { table: Table; id: string }): Image | null {
    const key = rowKey(place);
    const set = this.#set.get(key);
    return set === undefined ? this.#stored(key) : set;
  }

  set(place: { table: Table; id: string }, image: Image | null): void {
    this.#set.set(rowKey(place), image);
  }

  /** The person's rows of a table as they stand in the draft. */
  rows(table: Table): { id: string; image: Image }[] {
    const keys = new Set([...this.#base.keys(), ...this.#set.keys()].filter((key) => tableOf(key) === table));
    return [...keys].flatMap((key) => {
      const image = this.get({ table, id: idOf(key) });
      return image ? [{ id: idOf(key), image }] : [];
    });
  }

  mark(): Map<RowKey, Image | null> {
    return new Map(this.#set);
  }

  giveUp(mark: Map<RowKey, Image | null>): void {
    this.#set = mark;
  }

  /** What differs in the end; the batch's addresses move on. */
  changes(): PersonUndo['changes'] {
    const changes = [...this.#set].flatMap(([key, after]) => {
      const before = this.#stored(key);
      return before === after || (before && after && equal(before, after)) ? [] : [{ key, before, after }];
    });
    for (const { key, after } of changes)
      if (tableOf(key) === 'address' && after) this.#addresses.set(idOf(key), after);
    return changes;
  }

  #stored(key: RowKey): Image | null {
    const rows = tableOf(key) === 'address' ? this.#addresses.get(idOf(key)) : this.#base.get(key);
    return rows ?? null;
  }
}

const equal = (a: Image, b: Image): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (column) => (a[column] ?? null) === (b[column] ?? null),
  );
