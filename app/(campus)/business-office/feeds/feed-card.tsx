'use client';

import type { ReactNode } from 'react';
import { useId } from 'react';
import { DateTime } from '../../../../components/dates.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import type { Feed } from '../../../../lib/feeds/schema.ts';
import { FeedButtons } from './feed-buttons.tsx';
import { FeedRuns } from './feed-runs.tsx';
import { Outcome } from './outcome.tsx';
import {
  FEED_TEXTS,
  POLICY_NAMES,
  POLICY_TEXTS,
  SOURCE_NAMES,
  scheduleInWords,
  sourceInWords,
} from './texts.ts';

/** One feed: what it does, its last run, its buttons, and its runs when they are shown. */
export function FeedCard({
  feed,
  open,
  onEdit,
  onToggle,
}: {
  feed: Feed;
  open: boolean;
  onEdit: () => void;
  onToggle: () => void;
}) {
  const id = useId();
  const { lastRun, nextAt, source } = feed;
  return (
    <Card aria-labelledby={id}>
      <CardHeader>
        <CardTitle id={id}>{feed.name}</CardTitle>
        {feed.paused && <Badge tone="warn">Paused</Badge>}
      </CardHeader>
      <dl className="grid gap-x-6 gap-y-3 px-4 py-4 sm:grid-cols-2 sm:px-5">
        <Fact term="Source">
          {SOURCE_NAMES[source.kind]}
          <span className="wrap-anywhere block text-muted text-xs">{sourceInWords(source)}</span>
        </Fact>
        <Fact term="Mapping">{feed.mapping ?? FEED_TEXTS.columnsByApi()}</Fact>
        <Fact term="Schedule">
          {scheduleInWords(feed)}
          {nextAt && (
            <span className="block text-muted text-xs">
              Next: <DateTime at={nextAt} time />
            </span>
          )}
        </Fact>
        <Fact term="Afterwards">
          {POLICY_NAMES[feed.policy]}
          <span className="block text-muted text-xs">{POLICY_TEXTS[feed.policy]}</span>
        </Fact>
        {lastRun && (
          <Fact term="Last run">
            <Outcome run={lastRun} /> <DateTime at={lastRun.requestedAt} time />
            {lastRun.reason && <span className="wrap-anywhere block text-xs">{lastRun.reason}</span>}
          </Fact>
        )}
      </dl>
      <FeedButtons feed={feed} onEdit={onEdit}>
        <Button size="small" kind="quiet" aria-expanded={open} onClick={onToggle}>
          Runs
        </Button>
      </FeedButtons>
      {open && <FeedRuns feed={feed} />}
    </Card>
  );
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-muted text-xs">{term}</dt>
    <dd>{children}</dd>
  </div>
);
