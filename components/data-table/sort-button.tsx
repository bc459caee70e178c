'use client';

import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { MouseEventHandler, ReactNode } from 'react';

const ICONS = { asc: ArrowUp, desc: ArrowDown };

/** A column's header that sorts; `aria-sort` on the header cell has the direction. */
export function SortButton({
  sorted,
  onClick,
  children,
}: {
  sorted: 'asc' | 'desc' | false;
  onClick?: MouseEventHandler;
  children: ReactNode;
}) {
  const Icon = sorted ? ICONS[sorted] : ChevronsUpDown;
  return (
    <button
      type="button"
      onClick={onClick}
      className="-mx-1 inline-flex items-center gap-1 rounded px-1 font-medium hover:text-ink"
    >
      {children}
      <Icon aria-hidden className={sorted ? 'size-3 text-ink' : 'size-3 opacity-50'} />
    </button>
  );
}
