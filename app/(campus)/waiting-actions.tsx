'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowRight, CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { formatDate, useTimeZone } from '../../components/dates.tsx';
import { QueryError } from '../../components/query/query-error.tsx';
import { Badge } from '../../components/ui/badge.tsx';
import { buttonStyle } from '../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../components/ui/card.tsx';
import { classNames } from '../../components/ui/class-names.ts';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import type { Action, ActionKind } from '../../lib/home/actions/schema.ts';
import { numbersToCorrect } from '../../lib/home/staff-numbers.ts';
import { count } from '../../lib/text/numbers.ts';
import { actionsQuery, staffQuery } from './home-queries.ts';
import { HOME_TEXTS } from './texts.ts';

const SYNCHRONIZATION = '/business-office/synchronization';
const CREDENTIALS = '/business-office/credentials';
const CHECK = '/business-office/check-campus-data';

const HREF: Record<ActionKind, string | ((runId: string | null) => string)> = {
  commitHeld: `${SYNCHRONIZATION}/guards`,
  commitApproved: SYNCHRONIZATION,
  commitNotStarted: SYNCHRONIZATION,
  feedFailed: '/business-office/feeds',
  peopleFailed: (runId) => `${SYNCHRONIZATION}/${runId}?outcome=failed`,
  likelyDuplicates: (runId) => `/business-office/validation/${runId}?warning=likelyDuplicate`,
  secretEnds: CREDENTIALS,
  clientEnds: CREDENTIALS,
  clientEnded: CREDENTIALS,
  clientSilent: CREDENTIALS,
  placeholders: CHECK,
  sharedNumbers: CHECK,
  missingNumbers: CHECK,
};

/** These keep HR's data out of Campus; the others are corrections. */
const URGENT = new Set<ActionKind>([
  'commitHeld',
  'commitApproved',
  'commitNotStarted',
  'feedFailed',
  'peopleFailed',
  'clientEnded',
]);

/**
 * What waits for the user, each with its next step.
 * @param checksNumbers the user corrects staff numbers, which wait last
 */
export function WaitingActions({ checksNumbers }: { checksNumbers: boolean }) {
  const actions = useQuery(actionsQuery);
  const staff = useQuery({ ...staffQuery, enabled: checksNumbers });
  const numbers = checksNumbers ? staff.data && numbersToCorrect(staff.data) : [];
  const data = actions.data && numbers && [...actions.data, ...numbers];
  const failed = [actions, ...(checksNumbers ? [staff] : [])].find((query) => query.isError && !query.data);
  return (
    <Card aria-labelledby="waiting">
      <CardHeader>
        <CardTitle id="waiting">To do</CardTitle>
        {data && data.length > 0 && <Badge>{count(data.length)}</Badge>}
      </CardHeader>
      {failed && <QueryError query={failed} />}
      {!data && !failed && <Skeleton className="m-5 h-14" />}
      {data?.length === 0 && (
        <p className="flex items-start gap-3 px-4 py-3.5 sm:px-5">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
          <span>
            <span className="font-medium">{HOME_TEXTS.nothingWaits()}</span>{' '}
            <span className="text-muted">{HOME_TEXTS.nothingWaitsWhy()}</span>
          </span>
        </p>
      )}
      {data && data.length > 0 && (
        <ul className="divide-y divide-line">
          {data.map((action) => (
            <Row key={`${action.kind} ${action.subject} ${action.at}`} action={action} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Row({ action }: { action: Action }) {
  const zone = useTimeZone();
  const { kind, at, runId } = action;
  const href = HREF[kind];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 sm:flex-nowrap sm:px-5">
      <span className="flex min-w-0 grow items-start gap-3">
        <span
          aria-hidden
          className={classNames(
            'mt-1.5 size-2 shrink-0 rounded-full',
            URGENT.has(kind) ? 'bg-bad' : 'bg-warn',
          )}
        />
        <span className="wrap-anywhere min-w-0 text-pretty">
          {HOME_TEXTS.actions[kind](action, at ? formatDate(at, zone) : '')}
        </span>
      </span>
      <Link
        href={typeof href === 'string' ? href : href(runId)}
        prefetch={false}
        className={classNames(buttonStyle('secondary', 'small'), 'ml-5 sm:ml-auto')}
      >
        {HOME_TEXTS.nextOf[kind]}
        <ArrowRight aria-hidden className="size-3.5" />
      </Link>
    </li>
  );
}
