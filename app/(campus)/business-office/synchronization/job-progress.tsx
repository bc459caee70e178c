'use client';

import { Progress } from '../../../../components/ui/progress.tsx';
import type { SyncRun } from '../../../../lib/sync/schema.ts';
import { count } from '../../../../lib/text/numbers.ts';
import { TEXTS } from './texts.ts';
import { useRate } from './use-rate.ts';

const DOING = { validate: 'Validating', commit: 'Committing', undo: 'Undoing' } as const;

type Job = Pick<NonNullable<SyncRun['job']>, 'processed' | 'total'> & { kind: keyof typeof DOING };

/** The progress of the running job, its rate and the time left. It continues when the page is left. */
export function JobProgress({ job }: { job: Job }) {
  const rate = useRate(job.processed);
  const left = rate && rate > 0 ? (job.total - job.processed) / rate : null;
  return (
    <div className="border-line border-t px-4 py-3 sm:px-5">
      <div className="mb-2 flex flex-wrap justify-between gap-x-4 text-muted">
        <span className="font-medium text-ink">
          {DOING[job.kind]} {count(job.processed)} of {count(job.total)}
        </span>
        <span>{TEXTS.rate(rate, left)}</span>
      </div>
      <Progress label={DOING[job.kind]} value={job.processed} max={job.total} />
      <p className="mt-2 text-muted text-xs">{TEXTS.continues()}</p>
    </div>
  );
}
