'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import Link from 'next/link';
import { parseAsString, useQueryStates } from 'nuqs';
import { lazy, Suspense, useState } from 'react';
import { fullName } from '../../../../components/full-name.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Card } from '../../../../components/ui/card.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import type { PersonRow } from '../../../../lib/people/schema.ts';
import { Combinations } from './combinations.tsx';
import { Picker } from './picker.tsx';
import { personRowQuery } from './queries.ts';
import { COMBINE_TEXTS } from './texts.ts';

const PreviewCard = lazy(() => import('./preview-card.tsx'));

/** Choosing two people and the base, the preview, then *Combine*. */
export function Combine({ opensStaff }: { opensStaff: boolean }) {
  const [{ base, other }, choose] = useQueryStates(
    { base: parseAsString, other: parseAsString },
    { history: 'replace' },
  );
  const [done, setDone] = useState<PersonRow | null>(null);
  const pick = (ids: { base?: string | null; other?: string | null }) => {
    setDone(null);
    choose(ids);
  };
  return (
    <div className="flex flex-col gap-6">
      {done && (
        <Callout tone="good" role="status" title="Combined">
          <bdi>{fullName(done)}</bdi> is one person now.{' '}
          {opensStaff && done.roles.includes('staff') && (
            <Link href={`/staff/${done.id}`} prefetch={false} className="underline">
              Open the person
            </Link>
          )}
        </Callout>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
        <Picker
          title="Base person"
          help={COMBINE_TEXTS.base()}
          id={base}
          taken={other}
          onChoose={(id) => pick({ base: id })}
        />
        <Button
          className="lg:mt-14"
          disabled={!base && !other}
          onClick={() => pick({ base: other, other: base })}
          aria-label="Swap base and other"
        >
          <ArrowLeftRight aria-hidden className="size-4 max-lg:rotate-90" />
          Swap
        </Button>
        <Picker
          title="Other person"
          help={COMBINE_TEXTS.other()}
          id={other}
          taken={base}
          onChoose={(id) => pick({ other: id })}
        />
      </div>
      {base && other ? (
        <Suspense fallback={<Skeleton className="h-60" />}>
          <PreviewCard
            key={`${base} ${other}`}
            baseId={base}
            otherId={other}
            onDone={(person) => {
              choose(null);
              setDone(person);
            }}
          />
        </Suspense>
      ) : (
        !done && (
          <Card className="px-5 py-8 text-center text-muted">
            {base || other ? <Waiting id={(base ?? other) as string} /> : COMBINE_TEXTS.choose()}
          </Card>
        )
      )}
      <Combinations onUndone={() => setDone(null)} />
    </div>
  );
}

const Waiting = ({ id }: { id: string }) => {
  const { data } = useQuery(personRowQuery(id));
  return (
    <>
      Choose the person to combine{' '}
      {data ? (
        <>
          with <bdi className="font-medium text-ink">{fullName(data)}</bdi>
        </>
      ) : (
        'them with'
      )}
      .
    </>
  );
};
