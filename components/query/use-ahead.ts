import { type FetchQueryOptions, hashKey, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { AdminProblem } from './admin-problem.ts';

/** Where the browser can't say when it is idle. */
const LATER_MS = 200;

/**
 * Loads a page of a table ahead, such as the next one, as soon as the browser is idle: the click then shows it at once.
 * @param query null where there is no such page, or the present one has not loaded yet
 */
export function useAhead<T, Key extends QueryKey>(
  query: FetchQueryOptions<T, AdminProblem, T, Key> | null,
): void {
  const client = useQueryClient();
  const latest = useRef(query);
  latest.current = query;
  const key = query && hashKey(query.queryKey);
  useEffect(() => {
    if (key === null) return;
    const load = () => {
      if (latest.current) void client.prefetchQuery(latest.current);
    };
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(load, LATER_MS);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(load, { timeout: 1_000 });
    return () => cancelIdleCallback(idle);
  }, [client, key]);
}
