'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { count } from '../numbers.ts';
import { Button } from '../ui/button.tsx';

/** Under a table that shows one page of many: which rows these are, and the pages beside. */
export function Pager({
  page,
  size,
  total,
  noun,
  onPage,
}: {
  /** From 1. */
  page: number;
  size: number;
  total: number;
  /** What is counted, in the plural. */
  noun: string;
  onPage: (page: number) => void;
}) {
  const last = Math.max(1, Math.ceil(total / size));
  const first = (page - 1) * size + 1;
  return (
    <nav
      aria-label="Pages"
      className="flex items-center justify-between gap-4 border-line border-t px-4 py-2.5 sm:px-5 print:hidden"
    >
      <p role="status" className="text-muted text-xs tabular-nums">
        {total === 0 || first > total
          ? `${count(total)} ${noun}`
          : `${count(first)}–${count(Math.min(total, page * size))} of ${count(total)} ${noun}`}
      </p>
      {(last > 1 || page > 1) && (
        <span className="flex gap-1.5">
          <Button
            size="small"
            disabled={page <= 1}
            onClick={() => onPage(Math.min(page - 1, last))}
            aria-label="Previous page"
          >
            <ChevronLeft aria-hidden className="size-3.5" />
            <span className="max-sm:sr-only">Previous</span>
          </Button>
          <Button
            size="small"
            disabled={page >= last}
            onClick={() => onPage(page + 1)}
            aria-label="Next page"
          >
            <span className="max-sm:sr-only">Next</span>
            <ChevronRight aria-hidden className="size-3.5" />
          </Button>
        </span>
      )}
    </nav>
  );
}
