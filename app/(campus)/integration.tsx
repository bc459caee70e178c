'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { DateTime } from '../../components/dates.tsx';
import { QueryError } from '../../components/query/query-error.tsx';
import { Badge } from '../../components/ui/badge.tsx';
import { buttonStyle } from '../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../components/ui/card.tsx';
import { Progress } from '../../components/ui/progress.tsx';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { Stat, Stats } from '../../components/ui/stat.tsx';
import type { IntegrationState } from '../../lib/home/integration.ts';
import type { PastRun } from '../../lib/sync/run/past-run.ts';
import { isLive } from '../../lib/sync/run/states.ts';
import type { SyncRun } from '../../lib/sync/schema.ts';
import { count, counted } from '../../lib/text/numbers.ts';
import { integrationQuery } from './home-queries.ts';
import { HOME_TEXTS } from './texts.ts';
import { useHomeFollows } from './use-home-follows.ts';

/** The integration at a glance: the current run and its next step, the last commit, errors. */
export function Integration({ opensErrorLog }: { opensErrorLog: boolean }) {
  const integration = useQuery(integrationQuery);
  const { data } = integration;
  useHomeFollows(data);
  return (
    <Card aria-labelledby="integration">
      <CardHeader>
        <CardTitle id="integration">Business Office Integration</CardTitle>
        <Link
          href="/business-office/synchronization"
          className={buttonStyle(data?.run && isLive(data.run.status) ? 'primary' : 'secondary', 'small')}
        >
          Staff Synchronization
          <ArrowRight aria-hidden className="size-3.5" />
        </Link>
      </CardHeader>
      {integration.isError && !data && <QueryError query={integration} />}
      {!data && !integration.isError && <Skeleton className="m-5 h-20" />}
      {data && <State state={data} opensErrorLog={opensErrorLog} />}
    </Card>
  );
}

function State({
  state: { run, failure, held, lastCommit, undone, errors },
  opensErrorLog,
}: {
  state: IntegrationState;
  opensErrorLog: boolean;
}) {
  const live = run && isLive(run.status) ? run : null;
  const counts = undone ? null : lastCommit?.counts;
  return (
    <>
      <div className="border-line border-b px-4 py-3.5 sm:px-5">
        {live ? <Live run={live} failure={failure} held={held} /> : <Quiet lastCommit={lastCommit} />}
      </div>
      <Stats className="grid-cols-2 sm:grid-cols-4">
        <Stat
          name="Last commit"
          note={lastCommit ? HOME_TEXTS.committedBy(lastCommit.startedBy, undone) : 'No commit yet'}
        >
          {lastCommit?.endedAt ? <DateTime at={lastCommit.endedAt} /> : '–'}
        </Stat>
        <Stat name="Created and updated" note={HOME_TEXTS.ofLastCommit(undone)}>
          {counts ? count(counts.created + counts.updated) : '–'}
        </Stat>
        <Stat
          name="Failed"
          tone={counts?.failed ? 'bad' : undefined}
          note={
            counts?.failed ? (
              <Link
                href={`/business-office/synchronization/${lastCommit?.runId}?outcome=failed`}
                className="text-accent-ink underline"
              >
                See failures
              </Link>
            ) : (
              HOME_TEXTS.ofLastCommit(undone)
            )
          }
        >
          {counts ? count(counts.failed) : '–'}
        </Stat>
        <Stat
          name="Open errors"
          tone={errors > 0 ? 'warn' : undefined}
          note={
            opensErrorLog && errors > 0 ? (
              <Link href="/business-office/error-log" className="text-accent-ink underline">
                API errors in the last 7 days
              </Link>
            ) : (
              'API errors in the last 7 days'
            )
          }
        >
          {count(errors)}
        </Stat>
      </Stats>
    </>
  );
}

const Live = ({ run, failure, held }: Pick<IntegrationState, 'failure' | 'held'> & { run: SyncRun }) => (
  <>
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={failure ? 'bad' : held ? 'warn' : 'accent'}>
        {failure || held ? 'Needs attention' : 'In progress'}
      </Badge>
      <span className="font-medium">
        {failure ?? (held ? HOME_TEXTS.held[held] : HOME_TEXTS.next[run.status])}
      </span>
      <span className="text-muted">
        {counted(run.staffTransferred, 'staff member', 'staff members')}, started{' '}
        <DateTime at={run.startedAt} /> by {run.startedBy}
      </span>
    </p>
    {run.job && (
      <div className="mt-3">
        <Progress
          label={run.job.kind === 'validate' ? 'Validating' : 'Committing'}
          value={run.job.processed}
          max={run.job.total}
        />
      </div>
    )}
  </>
);

const Quiet = ({ lastCommit }: { lastCommit: PastRun | null }) => (
  <p>
    <Badge>Idle</Badge> <span className="ml-1 font-medium">{HOME_TEXTS.noRun(lastCommit !== null)}</span>{' '}
    <span className="text-muted">{HOME_TEXTS.startNext(lastCommit !== null)}</span>
  </p>
);
