'use client';

import { ErrorState } from '../ui/error-state.tsx';
import { AdminProblem } from './admin-call.ts';

/** Instead of what a query could not bring. */
export const QueryError = ({ query }: { query: { error: Error | null; refetch: () => unknown } }) => (
  <ErrorState
    message={query.error?.message ?? 'This could not be loaded.'}
    requestId={query.error instanceof AdminProblem ? query.error.requestId : undefined}
    onRetry={() => query.refetch()}
  />
);
