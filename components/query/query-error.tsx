'use client';

import { ErrorState } from '../ui/error-state.tsx';
import type { AdminProblem } from './admin-problem.ts';

/** Instead of what a query could not bring. */
export const QueryError = ({ query }: { query: { error: AdminProblem | null; refetch: () => unknown } }) => (
  <ErrorState
    message={query.error?.message ?? 'This could not be loaded.'}
    requestId={query.error?.requestId}
    onRetry={() => query.refetch()}
  />
);
