'use client';

import { ErrorState } from '../ui/error-state.tsx';
import type { AdminProblem } from './admin-problem.ts';

/** Shown instead of data that could not be loaded. */
export const QueryError = ({ query }: { query: { error: AdminProblem | null; refetch: () => unknown } }) => (
  <ErrorState
    message={query.error?.message ?? 'This could not be loaded.'}
    requestId={query.error?.requestId}
    onRetry={() => query.refetch()}
  />
);
