'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { IntegrationState } from '../../lib/home/integration.ts';
import { actionsQuery, firstStepsQuery, staffQuery, trendsQuery } from './home-queries.ts';

const DEPENDENT = [staffQuery, actionsQuery, firstStepsQuery, trendsQuery].map(({ queryKey }) => queryKey);

/** The other figures of Home are asked for seldom: again as soon as the run has moved, or they would contradict it. */
export function useHomeFollows(state: IntegrationState | undefined): void {
  const client = useQueryClient();
  const place = state && placeOf(state);
  const before = useRef(place);
  useEffect(() => {
    const last = before.current;
    before.current = place;
    if (!last || !place || last === place) return;
    for (const queryKey of DEPENDENT) client.invalidateQueries({ queryKey });
  }, [client, place]);
}

const placeOf = ({ run, held, lastCommit, undone }: IntegrationState): string =>
  [run?.runId, run?.status, held, lastCommit?.runId, undone].join();
