import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';

/** One's own account. */
export const accountQuery = () =>
  queryOptions({
    queryKey: ['account'],
    queryFn: ({ signal }) => adminCall('GET /account', { signal }),
  });

/** What one gets by e-mail. */
export const ownMailQuery = () =>
  queryOptions({
    queryKey: ['account', 'mail'],
    queryFn: ({ signal }) => adminCall('GET /account/mail', { signal }),
  });

/** Where one is signed in. */
export const ownSessionsQuery = () =>
  queryOptions({
    queryKey: ['account', 'sessions'],
    queryFn: ({ signal }) => adminCall('GET /account/sessions', { signal }),
  });
