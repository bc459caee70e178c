'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '../../components/query/query-error.tsx';
import { Badge } from '../../components/ui/badge.tsx';
import { Card, CardHeader, CardTitle } from '../../components/ui/card.tsx';
import { installationQuery } from './queries.ts';
import { OPERATOR_PAGE_TEXTS } from './texts.ts';

const NAMES: Record<string, string> = {
  'disk of this checkout (not of the database)': 'Disk of the web server',
};
const titled = (name: string) => NAMES[name] ?? name.charAt(0).toUpperCase() + name.slice(1);

/** What `campus doctor` says: database, migrations, keys, workers, jobs. */
export function Installation() {
  const query = useQuery(installationQuery());
  return (
    <Card aria-labelledby="installation">
      <CardHeader>
        <div>
          <CardTitle id="installation">Installation</CardTitle>
          <p className="text-muted text-xs">{OPERATOR_PAGE_TEXTS.installation()}</p>
        </div>
      </CardHeader>
      {query.isError && !query.data && <QueryError query={query} />}
      <dl className="grid gap-x-8 px-4 py-2 sm:px-5 lg:grid-cols-2">
        {query.data?.checks.map(({ name, found, problem }) => (
          <div key={name} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1.5">
            <dt className="w-40 shrink-0 font-medium">{titled(name)}</dt>
            <dd className="flex min-w-0 flex-1 basis-48 flex-wrap items-baseline gap-2">
              {problem ? <Badge tone="bad">Problem</Badge> : <Badge tone="good">OK</Badge>}
              <span className="wrap-anywhere min-w-0 flex-1 basis-40">{problem ?? found}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
