'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { NARROWEST, WIDEST } from './resize-handle.tsx';
import type { Columns } from './use-columns.ts';

/**
 * Applies the chosen widths to a table. The first change starts from the widths the browser chose, so only the dragged column moves. It sets the elements' style property, which the content security policy allows.
 */
export function useWidths(
  table: RefObject<HTMLTableElement | null>,
  { shown, widths, setWidths }: Columns<{ id: string }>,
) {
  const begun = useRef<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const element = table.current;
    if (!element) return;
    const fixed = shown.every(({ id }) => widths.has(id));
    const total = shown.reduce((sum, { id }) => sum + (widths.get(id) ?? 0), 0);
    element.style.tableLayout = fixed ? 'fixed' : '';
    element.style.width = fixed ? `${total}px` : '';
    element.style.overflowWrap = fixed ? 'anywhere' : '';
    for (const [index, head] of headsOf(element).entries())
      head.style.width = fixed ? `${widths.get(shown[index]?.id ?? '')}px` : '';
  }, [table, shown, widths]);

  return (id: string, change: number, begins: boolean) => {
    if (begins) {
      const heads = table.current ? headsOf(table.current) : [];
      begun.current = new Map(
        shown.map((column, index) => [column.id, heads[index]?.getBoundingClientRect().width ?? NARROWEST]),
      );
      return;
    }
    const width = (begun.current.get(id) ?? NARROWEST) + change;
    setWidths(new Map([...begun.current, [id, Math.min(WIDEST, Math.max(NARROWEST, width))]]));
  };
}

const headsOf = (table: HTMLTableElement): HTMLElement[] => [
  ...table.querySelectorAll<HTMLElement>(':scope > thead th'),
];
