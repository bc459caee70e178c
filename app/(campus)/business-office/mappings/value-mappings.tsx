'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Card } from '../../../../components/ui/card.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import { MappingsCard } from './mappings-card.tsx';
import { mappingsQuery } from './queries.ts';
import { UnmappedCard } from './unmapped-card.tsx';

/** What waits for a choice first. */
export function ValueMappings() {
  const mappings = useQuery(mappingsQuery);
  if (mappings.isError && !mappings.data)
    return (
      <Card>
        <QueryError query={mappings} />
      </Card>
    );
  if (!mappings.data) return <Skeleton className="h-60" />;
  return (
    <div className="flex flex-col gap-6">
      <UnmappedCard of={mappings.data} />
      <MappingsCard of={mappings.data} />
    </div>
  );
}
