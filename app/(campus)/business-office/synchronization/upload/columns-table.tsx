'use client';

import { useState } from 'react';
import { ColumnRow } from './column-row.tsx';
import { type ChosenColumn, needsChoice } from './columns-of.ts';
import type { ColumnMeaning, DraftLook } from './draft.ts';

/** One row per column of the file, what needs a choice first; on a narrow page one card per column. */
export function ColumnsTable({
  look,
  columns,
  onChange,
}: {
  look: DraftLook;
  columns: readonly ChosenColumn[];
  onChange: (index: number, change: Partial<ColumnMeaning>) => void;
}) {
  // The order stays while the user chooses: a row must not leave from under the hand.
  const [order] = useState(() => [...columns].sort((a, b) => rank(a) - rank(b)).map(({ index }) => index));
  const sorted = order.flatMap((index) => columns[index] ?? []);
  return (
    <table
      aria-label="Columns of the file"
      className="mt-3 w-full border-collapse text-[0.8125rem] leading-5 max-md:block [&_td]:px-3 [&_td]:py-2.5 [&_td]:align-top [&_th]:bg-sunken [&_th]:px-3 [&_th]:py-2 [&_th]:text-left [&_th]:font-medium [&_th]:text-muted [&_th]:text-xs md:[&_td:first-child]:pl-5 md:[&_td:last-child]:pr-5 md:[&_th:first-child]:pl-5"
    >
      <thead className="max-md:sr-only">
        <tr>
          <th scope="col" className="w-1/4">
            Column of the file
          </th>
          <th scope="col" className="w-1/4">
            First values
          </th>
          <th scope="col">In Campus</th>
          <th scope="col" className="w-40">
            Blank cells
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {sorted.map((column) => (
          <ColumnRow
            key={column.index}
            column={column}
            look={look}
            onChange={(change) => onChange(column.index, change)}
          />
        ))}
      </tbody>
    </table>
  );
}

const rank = (column: ChosenColumn): number => (needsChoice(column) ? 0 : 1);
