'use client';

import type { ReactNode } from 'react';
import { DateTime } from '../../../../components/dates.tsx';
import type { SyncRun } from '../../../../lib/sync/schema.ts';
import { count } from '../../../../lib/text/numbers.ts';
import { stateInCapitals } from './steps.ts';

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt className="text-muted text-xs">{name}</dt>
    <dd className="font-medium tabular-nums">{children}</dd>
  </div>
);

/** Date started, who started it, staff transferred, and the state in capitals (SYNC-12). */
export function RunHeader({ run }: { run: SyncRun | null }) {
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-3 px-4 py-4 sm:px-5">
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        <Fact name="Date Started">{run ? <DateTime at={run.startedAt} /> : '–'}</Fact>
        <Fact name="Started By">{run?.startedBy ?? '–'}</Fact>
        <Fact name="Staff Transferred">{count(run?.staffTransferred ?? 0)}</Fact>
        {run !== null && run.setAside > 0 && <Fact name="Set Aside">{count(run.setAside)}</Fact>}
      </dl>
      <p aria-live="polite" className="font-semibold text-accent-ink text-xs tracking-wide">
        ({stateInCapitals(run?.status ?? 'none')})
      </p>
    </div>
  );
}
