'use client';

import { Columns3 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { afterLoad } from '../ui/after-load.ts';
import type { Columns } from './use-columns.ts';

/** Loaded on first use. */
const ColumnsMenu = lazy(() => afterLoad.then(() => import('./columns-menu.tsx')));

/** The button above a table that chooses its columns. */
export const ColumnsButton = ({
  columns,
  adjusted,
  onResize,
}: {
  columns: readonly { id: string; header: string }[];
  adjusted: Columns<{ id: string; header: string }>;
  onResize: (id: string, change: number, begins: boolean) => void;
}) => (
  <div className="flex min-h-7 justify-end px-4 pb-2 sm:px-5 print:hidden">
    <Suspense>
      <ColumnsMenu
        icon={<Columns3 aria-hidden className="size-3.5" />}
        items={columns.map(({ id, header }) => ({
          id,
          name: header,
          checked: !adjusted.isHidden(id),
          // The last column can't be hidden.
          disabled: adjusted.shown.length === 1 && !adjusted.isHidden(id),
        }))}
        onToggle={(id, checked) => adjusted.setHidden(id, !checked)}
        onResize={(id, change) => {
          onResize(id, 0, true);
          onResize(id, change, false);
        }}
        onReset={adjusted.adjusted ? adjusted.reset : undefined}
      />
    </Suspense>
  </div>
);
