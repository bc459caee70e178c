'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { MapPinCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { addressLine } from '../../../components/address-line.ts';
import { QueryError } from '../../../components/query/query-error.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { Card } from '../../../components/ui/card.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { Skeleton } from '../../../components/ui/skeleton.tsx';
import { PairBody } from './pair-body.tsx';
import { nearQuery, PAIRS } from './queries.ts';
import { TEXTS } from './texts.ts';

/** Pairs that Campus suggests, in the order of their addresses. Loads on until there are enough to show. */
export function NearList({ opensStaff }: { opensStaff: boolean }) {
  const near = useInfiniteQuery(nearQuery);
  const [wanted, setWanted] = useState(PAIRS);
  const heading = useRef<HTMLHeadingElement>(null);
  const pages = near.data?.pages ?? [];
  const pairs = pages.flatMap(({ data }) => data);
  const looked = pages.reduce((sum, page) => sum + page.looked, 0);
  const { hasNextPage, isFetching, isError, fetchNextPage } = near;
  const looksOn = hasNextPage && pairs.length < wanted;
  useEffect(() => {
    if (looksOn && !isFetching && !isError) fetchNextPage();
  }, [looksOn, isFetching, isError, fetchNextPage]);
  return (
    <section aria-labelledby="near" className="flex flex-col gap-4">
      <div>
        <h2 id="near" ref={heading} tabIndex={-1} className="font-semibold text-base">
          Possible duplicates
        </h2>
        <p role="status" className="text-muted text-xs">
          {near.data && TEXTS.checked(pairs.length, looked, hasNextPage)}
        </p>
      </div>
      {isError && !near.data && (
        <Card>
          <QueryError query={near} />
        </Card>
      )}
      {pairs.map((pair) => (
        <Card
          key={`${pair.first.id} ${pair.second.id}`}
          aria-label={`${addressLine(pair.first)} and ${addressLine(pair.second)}`}
          className="min-w-0 overflow-hidden"
        >
          <PairBody pair={pair} opensStaff={opensStaff} onDecided={() => heading.current?.focus()} />
        </Card>
      ))}
      {!isError && (!near.data || looksOn) && <Skeleton className="h-40" />}
      {near.data && isError && (
        <Card>
          <QueryError query={{ error: near.error, refetch: () => fetchNextPage() }} />
        </Card>
      )}
      {near.data && !hasNextPage && pairs.length === 0 && (
        <Card>
          <EmptyState icon={MapPinCheck} title="No possible duplicates">
            {TEXTS.noPairs()}
          </EmptyState>
        </Card>
      )}
      {hasNextPage && !looksOn && (
        <Button className="self-start" onClick={() => setWanted(pairs.length + PAIRS)}>
          Show more
        </Button>
      )}
    </section>
  );
}
