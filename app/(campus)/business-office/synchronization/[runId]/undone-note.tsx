import Link from 'next/link';
import type { ReactNode } from 'react';
import { Callout } from '../../../../../components/ui/callout.tsx';
import type { PastRun } from '../../../../../lib/sync/run/past-run.ts';
import { TEXTS } from '../texts.ts';

const endOf = (status: PastRun['status']) =>
  status === 'committed' || status === 'cancelled' ? status : 'live';

/** That a run is undone, with a link to what its undo did. */
export function UndoneNote({ run: { undoneBy }, children }: { run: PastRun; children?: ReactNode }) {
  if (!undoneBy) return null;
  return (
    <Callout tone="warn" title={TEXTS.undoneBy(endOf(undoneBy.status))}>
      {children && <p>{children}</p>}
      <Link href={`/business-office/synchronization/${undoneBy.runId}`} className="font-medium underline">
        See what was restored and what was kept
      </Link>
    </Callout>
  );
}
