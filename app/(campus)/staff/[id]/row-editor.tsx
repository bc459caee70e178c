'use client';

import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../../../../components/ui/button.tsx';
import { PERSON_TEXTS } from './texts.ts';

export interface EditedRow<Row> {
  /** Identifies the row in the form: a row that is not saved yet has no id. */
  key: string;
  row: Row | null;
}

/** Edits a list as a whole: rows can be removed and added. */
export function useRows<Row extends { id: string }>(stored: readonly Row[]) {
  const next = useRef(0);
  const [rows, setRows] = useState<EditedRow<Row>[]>(() => stored.map((row) => ({ key: row.id, row })));
  return {
    rows,
    add: () => {
      next.current += 1;
      const key = `new-${next.current}`;
      setRows((before) => [...before, { key, row: null }]);
    },
    remove: (key: string) => setRows((before) => before.filter((row) => row.key !== key)),
  };
}

export const RowEditor = <Row,>({
  noun,
  rows,
  onAdd,
  onRemove,
  kept,
  children,
}: {
  /** What a row is, such as `employment`. */
  noun: string;
  rows: readonly EditedRow<Row>[];
  onAdd: () => void;
  onRemove: (key: string) => void;
  /** Why a row can't be removed; undefined when it can. */
  kept?: (row: Row) => string | undefined;
  children: (row: EditedRow<Row>, index: number) => ReactNode;
}) => (
  <>
    <ol className="flex flex-col gap-4">
      {rows.map((row, index) => {
        const reason = row.row ? kept?.(row.row) : undefined;
        return (
          <li key={row.key} className="rounded-md border border-line p-3">
            {children(row, index)}
            <div className="mt-3 flex flex-wrap items-center gap-3">
              <Button
                size="small"
                disabled={reason !== undefined}
                aria-describedby={reason ? `${row.key}-kept` : undefined}
                aria-label={`Remove ${noun} ${index + 1}`}
                onClick={() => onRemove(row.key)}
              >
                <Trash2 aria-hidden className="size-3.5" />
                Remove
              </Button>
              {reason && (
                <span id={`${row.key}-kept`} className="text-muted text-xs">
                  {reason}
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
    {rows.length === 0 && <p className="text-muted">{PERSON_TEXTS.noRows()}</p>}
    <Button size="small" className="mt-4" onClick={onAdd}>
      <Plus aria-hidden className="size-3.5" />
      Add {noun}
    </Button>
  </>
);
