import { defaultShouldDehydrateQuery, QueryClient } from '@tanstack/react-query';
import type { AdminProblem } from '../../components/query/admin-problem.ts';

/** A refused call would be refused again. Only a call without an answer, or with 503, may succeed a moment later. */
const mayPass = (error: AdminProblem): boolean => error.status === 0 || error.status === 503;

/** One for the browser, and one per request on the server. Data counts as fresh for a second. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 1_000, retry: (count, error) => count < 2 && mayPass(error), retryDelay: 1_000 },
      // What a page did not wait for follows in the same answer: see `soon`.
      dehydrate: {
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
      },
    },
  });
