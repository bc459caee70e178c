'use client';

import { useQuery } from '@tanstack/react-query';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { lazy, Suspense } from 'react';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { afterLoad } from '../../../../components/ui/after-load.ts';
import { Card } from '../../../../components/ui/card.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import { Actions } from './actions.tsx';
import { JobProgress } from './job-progress.tsx';
import { Outcome } from './outcome.tsx';
import { syncQuery } from './queries.ts';
import { Rail } from './rail.tsx';
import { RunHeader } from './run-header.tsx';
import { StepPanel } from './step-panel.tsx';
import { currentStep, STEPS, stepsDone } from './steps.ts';
import { useRunMoves } from './use-run-moves.ts';

const History = lazy(() => afterLoad.then(() => import('./history.tsx')));

/** The Staff Synchronization page below its heading. */
export function Synchronization() {
  const overview = useQuery(syncQuery);
  const run = overview.data?.run ?? null;
  const state = run?.status ?? 'none';
  const current = currentStep(state);
  const [shown, show] = useQueryState('step', parseAsStringLiteral(STEPS));
  useRunMoves(overview.data, () => show(null));

  if (overview.isError && !overview.data)
    return (
      <Card>
        <QueryError query={overview} />
      </Card>
    );
  if (!overview.data) return <Loading />;
  const { commit } = overview.data;
  return (
    <div className="flex flex-col gap-6">
      <Card aria-label="Current synchronization">
        <RunHeader run={run} />
        {run?.job && (
          <JobProgress
            key={run.job.kind}
            job={overview.data.undoing ? { ...run.job, kind: 'undo' } : run.job}
          />
        )}
        <div className="border-line border-t md:grid md:grid-cols-[13rem_minmax(0,1fr)]">
          <Rail current={current} shown={shown ?? current} done={stepsDone(state)} onShow={show} />
          <StepPanel step={shown ?? current} overview={overview.data}>
            <Actions overview={overview.data} />
          </StepPanel>
        </div>
      </Card>
      {run && commit && commit.status !== 'queued' && commit.status !== 'running' && (
        <Outcome runId={run.runId} commit={commit} />
      )}
      <Suspense fallback={<Skeleton className="h-40" />}>
        <History latest={run} />
      </Suspense>
    </div>
  );
}

const Loading = () => (
  <Card aria-busy="true" aria-label="Loading" className="p-5">
    <Skeleton className="h-10 w-80 max-w-full" />
    <Skeleton className="mt-6 h-40" />
  </Card>
);
