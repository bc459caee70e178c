'use client';

import { count } from '../../lib/text/numbers.ts';
import { Button } from '../ui/button.tsx';

/** Below a list of which the server has more rows. */
export const ShowMore = ({
  shown,
  total,
  busy,
  onMore,
}: {
  shown: number;
  /** The number of all rows, if known. */
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
