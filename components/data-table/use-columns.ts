'use client';

import { parseAsArrayOf, parseAsString, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';

const LIST = parseAsArrayOf(parseAsString).withDefault([]);

export interface Columns<Column> {
  shown: readonly Column[];
  isHidden: (id: string) => boolean;
  setHidden: (id: string, hidden: boolean) => void;
  /** In pixels. Once one column is resized, every column has a width. */
  widths: ReadonlyMap<string, number>;
  setWidths: (widths: ReadonlyMap<string, number>) => void;
  /** Whether the columns differ from the defaults. */
  adjusted: boolean;
  reset: () => void;
}

/** Which columns of a table are shown and how wide, in the URL: `hide=a,b` and `widths=a.200,b.120`. */
export function useColumns<Column extends { id: string }>(columns: readonly Column[]): Columns<Column> {
  const [{ hide, widths: written }, set] = useQueryStates(
    { hide: LIST, widths: LIST },
    { history: 'replace' },
  );
  const hidden = useMemo(() => new Set(hide), [hide]);
  const shown = useMemo(() => columns.filter(({ id }) => !hidden.has(id)), [columns, hidden]);
  const widths = useMemo(() => readWidths(written), [written]);
  const setHidden = useCallback(
    (id: string, isHidden: boolean) =>
      void set(({ hide }) => {
        const next = hide.filter((other) => other !== id);
        // Widths of unknown columns are ignored.
        return { hide: isHidden ? [...next, id] : next.length > 0 ? next : null, widths: null };
      }),
    [set],
  );
  const setWidths = useCallback(
    (next: ReadonlyMap<string, number>) =>
      void set({ widths: [...next].map(([id, width]) => `${id}.${Math.round(width)}`) }),
    [set],
  );
  const reset = useCallback(() => void set({ hide: null, widths: null }), [set]);
  return {
    // If all were hidden there would be no table, so none is.
    shown: shown.length > 0 ? shown : columns,
    isHidden: (id) => hidden.has(id),
    setHidden,
    widths,
    setWidths,
    adjusted: hide.length > 0 || written.length > 0,
    reset,
  };
}

function readWidths(written: readonly string[]): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  for (const one of written) {
    const [id, width] = one.split('.');
    if (id && /^\d{2,4}$/.test(width ?? '')) widths.set(id, Number(width));
  }
  return widths;
}
