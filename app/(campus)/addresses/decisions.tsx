'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { addressLine } from '../../../components/address-line.ts';
import { ShowMore } from '../../../components/data-table/show-more.tsx';
import { DateTime } from '../../../components/dates.tsx';
import { fullName } from '../../../components/full-name.ts';
import { adminCall } from '../../../components/query/admin-call.ts';
import { QueryError } from '../../../components/query/query-error.tsx';
import { Badge } from '../../../components/ui/badge.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { Callout } from '../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../components/ui/card.tsx';
import { Skeleton } from '../../../components/ui/skeleton.tsx';
import { toast } from '../../../components/ui/toast.ts';
import type { Decision, Undone } from '../../../lib/addresses/schema.ts';
import { decisionsQuery } from './queries.ts';
import { TEXTS } from './texts.ts';
import { useDecide } from './use-decide.ts';

/** The decisions, the latest first; each can be undone. */
export function Decisions() {
  const decisions = useInfiniteQuery(decisionsQuery);
  const [stays, setStays] = useState<Undone['stays']>([]);
  const box = useRef<HTMLHeadingElement>(null);
  const undo = useDecide(
    ({ id }: Decision) => adminCall('POST /addresses/decisions/{id}/undo', { params: { id } }),
    (undone, { kind }) => {
      setStays(undone.stays);
      const back = kind === 'merged' ? TEXTS.restored(undone.putBack) : undefined;
      toast('success', 'Undone', back);
      box.current?.focus();
    },
  );
  const rows = decisions.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Card aria-labelledby="decisions" className="min-w-0">
      <CardHeader className={rows.length === 0 ? 'border-b-0' : undefined}>
        <CardTitle id="decisions" ref={box} tabIndex={-1}>
          Decisions
        </CardTitle>
      </CardHeader>
      {(undo.error || stays.length > 0) && (
        <div className="flex flex-col gap-3 p-4 sm:px-5">
          {undo.error && (
            <Callout tone="bad" role="alert">
              {undo.error.message}
            </Callout>
          )}
          {stays.length > 0 && (
            <Callout tone="warn" role="status" title="Not everything was restored">
              {TEXTS.notRestored(stays.map(fullName))}
            </Callout>
          )}
        </div>
      )}
      {decisions.isError && !decisions.data && <QueryError query={decisions} />}
      {decisions.isPending && <Skeleton className="mx-5 mb-5 h-16" />}
      {decisions.data && rows.length === 0 && (
        <p className="px-4 pb-4 text-muted sm:px-5">{TEXTS.noDecisions()}</p>
      )}
      {rows.length > 0 && (
        <ol className="divide-y divide-line">
          {rows.map((decision) => (
            <Row
              key={decision.id}
              decision={decision}
              busy={undo.isPending && undo.variables?.id === decision.id}
              onUndo={() => undo.mutate(decision)}
            />
          ))}
        </ol>
      )}
      {decisions.hasNextPage && (
        <ShowMore
          shown={rows.length}
          busy={decisions.isFetchingNextPage}
          onMore={() => decisions.fetchNextPage()}
        />
      )}
    </Card>
  );
}

const Row = ({ decision, busy, onUndo }: { decision: Decision; busy: boolean; onUndo: () => void }) => {
  const { kind, first, second, decidedAt, decidedBy, undoneAt, undoneBy } = decision;
  const merged = kind === 'merged';
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
      <div className="min-w-0 flex-1 basis-72">
        <p className={undoneAt ? 'break-words text-muted' : 'break-words'}>
          <Badge tone={undoneAt ? 'neutral' : merged ? 'good' : 'accent'}>
            {merged ? 'Merged' : 'Not the same'}
          </Badge>{' '}
          <bdi>{addressLine(merged ? second : first)}</bdi>
          <span className="text-muted">{merged ? ' into ' : ' and '}</span>
          <bdi>{addressLine(merged ? first : second)}</bdi>
        </p>
        <p className="text-muted text-xs">
          <bdi>{decidedBy}</bdi>, <DateTime at={decidedAt} time />
          {undoneAt && (
            <>
              {' '}
              · undone by <bdi>{undoneBy}</bdi>, <DateTime at={undoneAt} time />
            </>
          )}
        </p>
      </div>
      {!undoneAt && (
        <Button size="small" busy={busy} onClick={onUndo} aria-label={`Undo: ${addressLine(second)}`}>
          Undo
        </Button>
      )}
    </li>
  );
};
