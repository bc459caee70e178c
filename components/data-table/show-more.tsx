'use client';

import { count } from '../numbers.ts';
import { Button } from '../ui/button.tsx';

/** Under a table that has more rows on the server than it shows. */
export const ShowMore = ({
  shown,
  total,
  busy,
  onMore,
}: {
  shown: number;
  /** Where it is known. */
  total?: number;
  busy: boolean;
  onMore: () => void;
}) => (
  <div className="flex items-center justify-between gap-4 border-line border-t px-4 py-2.5 sm:px-5 print:hidden">
    <p className="text-muted text-xs">
      {count(shown)} {total === undefined ? 'shown' : `of ${count(total)} shown`}
    </p>
    <Button size="small" busy={busy} onClick={onMore}>
      Show more
    </Button>
  </div>
);
