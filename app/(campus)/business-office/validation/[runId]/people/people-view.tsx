'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { SearchX, Users, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { QueryError } from '../../../../../../components/query/query-error.tsx';
import { Button } from '../../../../../../components/ui/button.tsx';
import { Card } from '../../../../../../components/ui/card.tsx';
import { EmptyState } from '../../../../../../components/ui/empty-state.tsx';
import { Skeleton } from '../../../../../../components/ui/skeleton.tsx';
import type { PersonCard } from '../../../../../../lib/report/people/schema.ts';
import { peopleFiltersOf, type ReportState } from '../report-state.ts';
import type { CardActions, CardRights } from './card-buttons.tsx';
import { ExcludePeopleDialog } from './exclude-people-dialog.tsx';
import { PeopleFilterBar } from './people-filters.tsx';
import { PeopleList } from './people-list.tsx';
import { peopleOverviewQuery, peopleQuery } from './queries.ts';
import { SamePersonDialog } from './same-person-dialog.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { PEOPLE_TEXTS } from './texts.ts';
import { usePeopleActions } from './use-people-actions.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** VAL-3: the report by person. */
export function PeopleView({
  runId,
  generatedAt,
  state,
  rights,
  onChange,
}: {
  runId: string;
  generatedAt: string;
  state: ReportState;
  rights: CardRights;
  onChange: (next: Partial<ReportState>) => void;
}) {
  const filters = peopleFiltersOf(state);
  const overview = useQuery(peopleOverviewQuery(runId, generatedAt));
  const people = useInfiniteQuery(peopleQuery(runId, generatedAt, filters));
  const cards = useMemo(() => people.data?.pages.flatMap(({ data }) => data) ?? [], [people.data]);
  const { review, exclude, include, samePerson } = usePeopleActions(runId, generatedAt);
  const [selected, setSelected] = useState(NOBODY);
  const [excluding, setExcluding] = useState<{ staffNumbers: string[]; name: string } | null>(null);
  const [same, setSame] = useState<PersonCard | null>(null);
  const router = useRouter();
  const { mutate: markReviewed } = review;
  const { mutate: includeAgain } = include;
  const actions = useMemo<CardActions>(
    () => ({
      onSelect: ({ staffNumber }) => setSelected((before) => toggled(before, staffNumber)),
      onReview: ({ staffNumber, reviewed }) =>
        markReviewed({ staffNumbers: [staffNumber], reviewed: !reviewed }),
      onExclude: ({ staffNumber, name }) => setExcluding({ staffNumbers: [staffNumber], name }),
      onInclude: ({ staffNumber }) => includeAgain({ staffNumber }),
      onSamePerson: setSame,
      onOpen: ({ personId }) => router.push(`/staff/${personId}`),
      onCombine: ({ personId }) => router.push(`/people/combine?base=${personId}`),
    }),
    [markReviewed, includeAgain, router],
  );
  const { fetchNextPage } = people;
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const total = people.data?.pages[0]?.total ?? 0;
  const narrowed = Object.values(filters).some((value) => value !== '');
  const chosen = [...selected];
  return (
    <>
      <PeopleFilterBar overview={overview.data} filters={filters} onChange={onChange} />
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <p role="status" className="text-muted text-xs">
            {narrowed && people.data ? (
              PEOPLE_TEXTS.matches(total)
            ) : (
              <>
                {PEOPLE_TEXTS.lead()} <span className="max-sm:hidden">{PEOPLE_TEXTS.keys()}</span>
              </>
            )}
          </p>
          {narrowed && (
            <Button
              kind="quiet"
              size="small"
              className="-my-1.5 print:hidden"
              onClick={() => onChange(Object.fromEntries(Object.keys(filters).map((name) => [name, null])))}
            >
              <X aria-hidden className="size-3.5" />
              Clear filters
            </Button>
          )}
        </div>
        {overview.data && (
          <p className="font-medium text-xs tabular-nums">
            {PEOPLE_TEXTS.progress(overview.data.reviewed, overview.data.people)}
          </p>
        )}
      </div>
      {people.isError && !people.data && (
        <Card>
          <QueryError query={people} />
        </Card>
      )}
      {people.isPending && <Skeleton className="h-96" />}
      {people.data && cards.length === 0 && (
        <Card>
          <EmptyState
            icon={narrowed ? SearchX : Users}
            title={narrowed ? PEOPLE_TEXTS.noMatches() : PEOPLE_TEXTS.nobody()}
          >
            {narrowed ? PEOPLE_TEXTS.noMatchesNext() : PEOPLE_TEXTS.nobodyNext()}
          </EmptyState>
        </Card>
      )}
      {cards.length > 0 && (
        <PeopleList
          // A list that is narrowed begins at its top.
          key={JSON.stringify(filters)}
          cards={cards}
          total={total}
          more={people.hasNextPage && !people.isFetchingNextPage}
          onMore={onMore}
          selected={selected}
          rights={rights}
          actions={actions}
        />
      )}
      <SelectionBar
        people={chosen.length}
        busy={review.isPending}
        onReview={() =>
          review.mutate({ staffNumbers: chosen, reviewed: true }, { onSuccess: () => setSelected(NOBODY) })
        }
        onExclude={() =>
          setExcluding({
            staffNumbers: chosen,
            name: cards.find(({ staffNumber }) => staffNumber === chosen[0])?.name ?? '',
          })
        }
        onAll={() => setSelected(new Set(cards.map(({ staffNumber }) => staffNumber)))}
        onClear={() => setSelected(NOBODY)}
      />
      {excluding && (
        <ExcludePeopleDialog
          {...excluding}
          exclude={exclude}
          onClose={() => setExcluding(null)}
          onDone={() => {
            setExcluding(null);
            setSelected(NOBODY);
          }}
        />
      )}
      {same && (
        <SamePersonDialog runId={runId} card={same} samePerson={samePerson} onClose={() => setSame(null)} />
      )}
    </>
  );
}

function toggled(before: ReadonlySet<string>, staffNumber: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(staffNumber)) after.add(staffNumber);
  return after;
}
