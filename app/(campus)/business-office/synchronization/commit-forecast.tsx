'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import type { Forecast } from '../../../../lib/sync/guards/schema.ts';
import { count } from '../../../../lib/text/numbers.ts';
import { forecastQuery } from './queries.ts';

/** Each outcome, and the People view narrowed to it. `of`: a part of the line before. */
const OUTCOMES: readonly { figure: keyof Forecast; label: string; view: string; of?: true }[] = [
  { figure: 'created', label: 'People created', view: 'change=new' },
  { figure: 'updated', label: 'People updated', view: 'change=updated' },
  { figure: 'renamed', label: 'renamed', view: 'change=renamed', of: true },
  { figure: 'ended', label: 'whose employment ends', view: 'change=ended', of: true },
  { figure: 'erased', label: 'with a value erased', view: 'change=erased', of: true },
  { figure: 'positionsRemoved', label: 'Positions removed', view: 'change=positionRemoved' },
  { figure: 'addressesAdded', label: 'Addresses added', view: 'field=address' },
  { figure: 'excluded', label: 'People excluded', view: 'change=excluded' },
  { figure: 'refused', label: 'People refused', view: 'change=refused' },
];

/** What the commit will do by outcome, each figure with a link to the people. */
export function CommitForecast({ runId }: { runId: string }) {
  const forecast = useQuery(forecastQuery(runId));
  if (forecast.isError && !forecast.data) return <p role="alert">{forecast.error.message}</p>;
  if (!forecast.data) return <Skeleton className="h-40" />;
  const figures = forecast.data;
  return (
    <dl aria-label="What the commit does" className="rounded-md border border-line text-ink">
      {OUTCOMES.map(({ figure, label, view, of }) => (
        <div key={figure} className="flex justify-between gap-4 border-line px-3 py-1 not-first:border-t">
          <dt className={of ? 'pl-4 text-muted' : undefined}>
            {of && 'of them '}
            {label}
          </dt>
          <dd className="tabular-nums">
            {figures[figure] === 0 ? (
              <span className="text-subtle">0</span>
            ) : (
              <Link
                href={`/business-office/validation/${runId}?${view}`}
                prefetch={false}
                aria-label={`${count(figures[figure])} ${label}`}
                className="font-medium text-accent-ink underline"
              >
                {count(figures[figure])}
              </Link>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
