'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Card } from '../../../../components/ui/card.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import { DaysForm } from './days-form.tsx';
import { keptDataQuery } from './queries.ts';

/** How long the district keeps each kind of data. */
export function KeptDataCard() {
  const query = useQuery(keptDataQuery());
  if (query.isError && !query.data)
    return (
      <Card>
        <QueryError query={query} />
      </Card>
    );
  if (!query.data) return <Skeleton className="h-96" />;
  return <DaysForm kept={query.data.data} />;
}
