import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createLoader, type SearchParams } from 'nuqs/server';
import { PlainPage } from '../../components/shell/plain-page.tsx';
import { latestEvents } from '../../lib/operator/events.ts';
import { readInstallation } from '../../lib/operator/installation.ts';
import { listDistricts } from '../../lib/operator/list-districts.ts';
import { Providers } from '../(campus)/providers.tsx';
import { newQueryClient } from '../(campus)/query-client.ts';
import { Districts } from './districts.tsx';
import { Events } from './events.tsx';
import { Frame } from './frame.tsx';
import { Installation } from './installation.tsx';
import { OpenLink } from './open-link.tsx';
import { districtsQuery, eventsQuery, installationQuery } from './queries.ts';
import { currentOperator } from './session.ts';
import { DISTRICTS } from './state.ts';

const TITLE = 'Operator';

export const metadata: Metadata = { title: TITLE };

const loadState = createLoader(DISTRICTS);

/** The operator's page: all districts, beside none of them. Without a session it says how to get one. */
export default async function OperatorPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await currentOperator();
  if (!ctx)
    return (
      <PlainPage title={TITLE} lead="Campus">
        <OpenLink />
      </PlainPage>
    );
  const asked = await loadState(searchParams);
  const client = newQueryClient();
  await Promise.all([
    client.prefetchQuery({ ...districtsQuery(asked), queryFn: () => listDistricts(ctx, asked) }),
    client.prefetchQuery({ ...installationQuery(), queryFn: () => readInstallation(ctx) }),
    client.prefetchQuery({ ...eventsQuery(), queryFn: () => latestEvents(ctx) }),
  ]);
  return (
    <Providers timeZone="UTC">
      <Frame madeBy={ctx.operator.madeBy}>
        <HydrationBoundary state={dehydrate(client)}>
          <Districts />
          <Installation />
          <Events />
        </HydrationBoundary>
      </Frame>
    </Providers>
  );
}
