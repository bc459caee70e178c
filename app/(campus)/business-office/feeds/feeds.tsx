'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarClock, Plus } from 'lucide-react';
import { useQueryStates } from 'nuqs';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Card } from '../../../../components/ui/card.tsx';
import { EmptyState } from '../../../../components/ui/empty-state.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import { FeedCard } from './feed-card.tsx';
import { FeedForm } from './feed-form.tsx';
import { feedsQuery } from './queries.ts';
import { FEED_STATE, NEW, NONE } from './state.ts';
import { FEED_TEXTS } from './texts.ts';

/** The feeds, each in a card of its own; the one that is edited in a window above them. */
export function Feeds() {
  const query = useQuery(feedsQuery);
  const [{ edit, feed: shown }, setState] = useQueryStates(FEED_STATE, { history: 'push' });
  const feeds = query.data?.data;
  // The runs of the only feed are shown at once.
  const open = shown ?? (feeds?.length === 1 ? feeds[0]?.id : undefined);
  const edited = feeds?.find(({ id }) => id === edit);
  return (
    <div className="flex flex-col gap-6">
      <Button kind="primary" className="self-start" onClick={() => setState({ edit: NEW })}>
        <Plus aria-hidden className="size-4" />
        New feed
      </Button>
      {query.isError && !feeds && <QueryError query={query} />}
      {!feeds && !query.isError && <Skeleton className="h-32" />}
      {feeds?.length === 0 && (
        <Card aria-label="Feeds">
          <EmptyState icon={CalendarClock} title="No feeds yet">
            {FEED_TEXTS.none()}
          </EmptyState>
        </Card>
      )}
      {feeds?.map((feed) => (
        <FeedCard
          key={feed.id}
          feed={feed}
          open={feed.id === open}
          onEdit={() => setState({ edit: feed.id })}
          onToggle={() => setState({ feed: feed.id === open ? NONE : feed.id })}
        />
      ))}
      {(edit === NEW || edited) && (
        <FeedForm
          key={edit}
          feed={edited}
          folder={query.data?.folder ?? null}
          onClose={() => setState({ edit: null })}
        />
      )}
    </div>
  );
}
