'use client';

import {
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo, useRef } from 'react';
import { classNames } from '../ui/class-names.ts';
import { CARD_CELL, ROLES } from './cards.ts';
import { ColumnsButton } from './columns-button.tsx';
import { openRow } from './open-row.ts';
import { ResizeHandle } from './resize-handle.tsx';
import { SelectAll, type Selection, SelectRow } from './selection.tsx';
import { SortButton } from './sort-button.tsx';
import { TableFrame } from './table-frame.tsx';
import { useColumns } from './use-columns.ts';
import { useWidths } from './use-widths.ts';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What the column is sorted by; without it the column can't be sorted. */
  sortBy?: (row: Row) => string | number | null;
  /** Its link or button opens the row: a click anywhere in the row is one on it. */
  opens?: boolean;
  /** Aligns figures at the right, digit under digit. */
  numeric?: boolean;
}

const NO_WIDTHS: ReadonlyMap<string, number> = new Map();

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
});

/** A table with named columns. The caller sorts it and keeps `sorting`, usually in the URL. */
export function DataTable<Row extends object>({
  caption,
  columns,
  rows,
  rowId,
  sorting,
  onSort,
  sortedByServer,
  adjustable = false,
  selection,
  empty,
}: {
  /** For screen readers: what the table lists. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  sorting?: SortingState;
  onSort?: (sorting: SortingState) => void;
  /** The rows are one page of many, in order already: `sortBy` only says which columns can be sorted. */
  sortedByServer?: boolean;
  /** Columns can be hidden and resized, which the URL remembers: for one table of a page. */
  adjustable?: boolean;
  /** Rows can be selected by checkboxes before the first column. */
  selection?: Selection<Row> | undefined;
  /** Shown if there are no rows. */
  empty?: ReactNode;
}) {
  const frame = useRef<HTMLTableElement>(null);
  const adjusted = useColumns(columns);
  const shown = adjustable ? adjusted.shown : columns;
  const resize = useWidths(frame, adjustable ? adjusted : { ...adjusted, shown, widths: NO_WIDTHS });
  const definitions = useMemo(
    () =>
      shown.map((column) => ({
        id: column.id,
        header: column.header,
        accessorFn: column.sortBy ?? (() => null),
        enableSorting: column.sortBy !== undefined && onSort !== undefined,
        sortFn: 'basic' as const,
        sortDescFirst: false,
      })),
    [shown, onSort],
  );
  const opens = columns.some((column) => column.opens);
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    enableMultiSort: false,
    manualSorting: sortedByServer,
    state: { sorting: sorting ?? [] },
    onSortingChange: (update) => onSort?.(typeof update === 'function' ? update(sorting ?? []) : update),
  });

  return (
    <>
      {adjustable && <ColumnsButton columns={columns} adjusted={adjusted} onResize={resize} />}
      <TableFrame label={caption} table={frame} cards>
        <thead {...ROLES.group}>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} {...ROLES.row}>
              {selection && <SelectAll selection={selection} ids={rows.map(rowId)} />}
              {group.headers.map((header) => {
                const column = byId.get(header.column.id) as Column<Row>;
                const sorted = header.column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    {...ROLES.header}
                    aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
                    className={classNames(
                      column.numeric && 'text-right!',
                      adjustable && 'relative',
                      // On a telephone each cell has the name; only a name that sorts is of use above them.
                      !header.column.getCanSort() && 'max-sm:sr-only',
                    )}
                  >
                    {header.column.getCanSort() ? (
                      <SortButton sorted={sorted} onClick={header.column.getToggleSortingHandler()}>
                        {column.header}
                      </SortButton>
                    ) : (
                      column.header
                    )}
                    {adjustable && (
                      <ResizeHandle onResize={(change, begins) => resize(column.id, change, begins)} />
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody {...ROLES.group}>
          {table.getRowModel().rows.map((row) => (
            // Its name is the control, also for the keyboard: this only makes it as large as the row.
            <tr
              key={row.id}
              {...ROLES.row}
              onClick={opens ? openRow : undefined}
              className={opens ? 'cursor-pointer hover:bg-hover' : undefined}
            >
              {selection && <SelectRow selection={selection} id={row.id} row={row.original} />}
              {shown.map((column) => (
                <td
                  key={column.id}
                  {...ROLES.cell}
                  data-label={column.header}
                  data-opens={column.opens || undefined}
                  className={classNames(CARD_CELL, column.numeric && 'text-right tabular-nums')}
                >
                  <div>{column.cell(row.original)}</div>
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 && empty && (
            <tr {...ROLES.row}>
              <td {...ROLES.cell} colSpan={shown.length + (selection ? 1 : 0)}>
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </TableFrame>
    </>
  );
}
