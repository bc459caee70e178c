import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { operatorCall } from './operator-call.ts';

const EVERY_30_SECONDS = 30_000;

/** One page of the districts. */
export const districtsQuery = ({ search, page }: { search: string; page: number }) =>
  queryOptions({
    queryKey: ['operator', 'districts', search, page],
    queryFn: ({ signal }) => operatorCall('GET /districts', { query: { search, page }, signal }),
    placeholderData: keepPreviousData,
  });

/** What `campus doctor` says. */
export const installationQuery = () =>
  queryOptions({
    queryKey: ['operator', 'installation'],
    queryFn: ({ signal }) => operatorCall('GET /installation', { signal }),
    refetchInterval: EVERY_30_SECONDS,
  });

/** What operators did last. */
export const eventsQuery = () =>
  queryOptions({
    queryKey: ['operator', 'events'],
    queryFn: ({ signal }) => operatorCall('GET /events', { signal }),
  });
