'use client';

import { type DehydratedState, HydrationBoundary } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useHydrated } from '../ui/use-hydrated.ts';

/** By state, so that a render that React begins again waits for the same moment. */
const moments = new WeakMap<DehydratedState, PromiseWithResolvers<void>>();

function shownOf(state: DehydratedState): PromiseWithResolvers<void> {
  const known = moments.get(state) ?? Promise.withResolvers<void>();
  moments.set(state, known);
  return known;
}

/**
 * Data of the server for a page that does not wait for all of it: what was pending arrives once the page is hydrated. Sooner, React
 * would find data where the server's HTML has a skeleton, and would render the whole page again.
 */
export function Hydration({ state, children }: { state: DehydratedState; children: ReactNode }) {
  // True for a page that was opened by a link: it has no HTML of the server.
  const [hydrated] = useState(useHydrated());
  const given = useMemo(() => (hydrated ? state : afterHydration(state)), [hydrated, state]);
  useEffect(() => shownOf(state).resolve(), [state]);
  return <HydrationBoundary state={given}>{children}</HydrationBoundary>;
}

function afterHydration(state: DehydratedState): DehydratedState {
  const { promise: shown } = shownOf(state);
  const queries = state.queries.map((query) => {
    const { promise } = query;
    return promise ? { ...query, promise: shown.then(() => promise) } : query;
  });
  return { ...state, queries };
}
