import { QueryClient } from '@tanstack/react-query';
import { AdminProblem } from '../../components/query/admin-call.ts';

/** A call that was refused is refused again; only one that got no answer, or found the server busy, is worth it. */
const mayPass = (error: Error): boolean =>
  error instanceof AdminProblem && (error.status === 0 || error.status === 503);

/** One for the browser, and one per request on the server. Nothing is fresh for longer than it takes to look at. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 1_000, retry: (count, error) => count < 2 && mayPass(error), retryDelay: 1_000 },
    },
  });
