'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { count } from '../../lib/text/numbers.ts';
import { Button } from '../ui/button.tsx';

/** Below a table that shows one page of many: the range of rows, and *Previous* and *Next*. */
export function Pager({
  page,
  size,
  shown,
  more,
  total,
  atLeast = false,
  noun,
  onPage,
  children,
}: {
  /** From 1. */
  page: number;
  size: number;
  /** Rows on this page. */
  shown: number;
  more: boolean;
  /** The total, if known; of a single page it is not needed. */
  total?: number;
  /** Whether there are more than `total`. */
  atLeast?: boolean;
  /** What is counted, in singular and plural. */
  noun: readonly [string, string];
  onPage: (page: number) => void;
  /** Actions on all rows. */
  children?: ReactNode;
}) {
  const first = (page - 1) * size;
  const all = page === 1 && !more ? shown : total;
  const range = `${count(first + 1)}–${count(first + shown)}`;
  return (
    <nav
      aria-label="Pages"
      className="flex items-center justify-between gap-4 border-line border-t px-4 py-2.5 sm:px-5 print:hidden"
    >
      <p role="status" className="text-muted text-xs tabular-nums">
        {shown === 0
          ? `0 ${noun[1]}`
          : `${range}${all === undefined ? '' : ` of ${atLeast ? 'more than ' : ''}${count(all)}`} ${noun[all === 1 ? 0 : 1]}`}
      </p>
      <span className="flex flex-wrap items-center justify-end gap-1.5">
        {children}
        {(more || page > 1) && (
          <>
            <Button
              size="small"
              disabled={page <= 1}
              onClick={() => onPage(page - 1)}
              aria-label="Previous page"
            >
              <ChevronLeft aria-hidden className="size-3.5" />
              <span className="max-sm:sr-only">Previous</span>
            </Button>
            <Button size="small" disabled={!more} onClick={() => onPage(page + 1)} aria-label="Next page">
              <span className="max-sm:sr-only">Next</span>
              <ChevronRight aria-hidden className="size-3.5" />
            </Button>
          </>
        )}
      </span>
    </nav>
  );
}
