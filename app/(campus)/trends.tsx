'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { DateTime } from '../../components/dates.tsx';
import { TrendChart } from '../../components/report/trend-chart.tsx';
import { Card, CardHeader, CardTitle } from '../../components/ui/card.tsx';
import type { Trend } from '../../lib/home/trends.ts';
import { count, roughly } from '../../lib/text/numbers.ts';
import { trendsQuery } from './home-queries.ts';
import { HOME_TEXTS } from './texts.ts';

type Figure = Exclude<keyof Trend, 'runId' | 'committedAt'>;

const FIGURES: readonly { of: Figure; name: string; shown: (n: number) => string; bad?: true }[] = [
  { of: 'people', name: 'Transferred', shown: count },
  { of: 'created', name: 'Created', shown: count },
  { of: 'ended', name: 'Employments ended', shown: count },
  { of: 'failed', name: 'Failed', shown: count, bad: true },
  { of: 'seconds', name: 'Duration', shown: roughly },
];

/** How the last commits compare, as charts and as a table. One commit is no trend. */
export function Trends() {
  const { data } = useQuery(trendsQuery);
  if (!data || data.length < 2) return null;
  return (
    <Card aria-labelledby="trends">
      <CardHeader>
        <div>
          <CardTitle id="trends">Trends</CardTitle>
          <p className="text-muted text-xs">{HOME_TEXTS.trends(data.length)}</p>
        </div>
      </CardHeader>
      <ul className="grid grid-cols-2 gap-px bg-line sm:grid-cols-5">
        {FIGURES.map(({ of, name, shown, bad }) => (
          <li key={of} className="bg-surface px-4 py-3 last:max-sm:col-span-2 sm:px-5">
            <TrendChart name={name} values={data.map((run) => run[of])} shown={shown} bad={bad} />
          </li>
        ))}
      </ul>
      <details className="border-line border-t px-4 py-2.5 text-sm sm:px-5">
        <summary className="cursor-pointer rounded text-muted hover:text-ink">As a table</summary>
        <div className="-mx-4 mt-2 overflow-x-auto px-4 sm:-mx-5 sm:px-5">
          <TrendTable runs={[...data].reverse()} />
        </div>
      </details>
    </Card>
  );
}

const TrendTable = ({ runs }: { runs: Trend[] }) => (
  <table aria-label="Trends" className="w-full text-left text-xs tabular-nums">
    <thead className="text-muted">
      <tr>
        <th scope="col" className="py-1.5 pr-4 font-medium">
          Committed
        </th>
        {FIGURES.map(({ of, name }) => (
          <th key={of} scope="col" className="whitespace-nowrap py-1.5 pl-4 text-right font-medium">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {runs.map((run) => (
        <tr key={run.runId} className="border-line border-t">
          <th scope="row" className="whitespace-nowrap py-1.5 pr-4 font-normal">
            <Link
              href={`/business-office/synchronization/${run.runId}`}
              prefetch={false}
              className="text-accent-ink underline"
            >
              <DateTime at={run.committedAt} time />
            </Link>
          </th>
          {FIGURES.map(({ of, shown }) => (
            <td key={of} className="whitespace-nowrap py-1.5 pl-4 text-right">
              {shown(run[of])}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
