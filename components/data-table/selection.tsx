'use client';

import { useEffect, useRef } from 'react';
import { CARD_CELL, ROLES } from './cards.ts';

/** Which rows of a table are selected, by their ids. */
export interface Selection<Row> {
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  /** For the name of a row's checkbox: *Select NAME*. */
  nameOf: (row: Row) => string;
}

const BOX = 'block size-4 accent-accent';

/** Selects all rows of the page, or none. */
export function SelectAll<Row>({ selection, ids }: { selection: Selection<Row>; ids: readonly string[] }) {
  const { selected, onSelect } = selection;
  const box = useRef<HTMLInputElement>(null);
  const some = ids.some((id) => selected.has(id));
  const all = some && ids.every((id) => selected.has(id));
  useEffect(() => {
    if (box.current) box.current.indeterminate = some && !all;
  }, [some, all]);
  return (
    <th scope="col" {...ROLES.header} className="w-8">
      <input
        ref={box}
        type="checkbox"
        aria-label="Select all on this page"
        checked={all}
        onChange={() => onSelect(new Set(all ? [] : ids))}
        className={BOX}
      />
    </th>
  );
}

export function SelectRow<Row>({
  selection: { selected, onSelect, nameOf },
  id,
  row,
}: {
  selection: Selection<Row>;
  id: string;
  row: Row;
}) {
  const toggle = () => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <td {...ROLES.cell} data-label="Select" className={CARD_CELL}>
      <div>
        <input
          type="checkbox"
          aria-label={`Select ${nameOf(row)}`}
          checked={selected.has(id)}
          onChange={toggle}
          className={BOX}
        />
      </div>
    </td>
  );
}
