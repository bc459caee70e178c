import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';

/** Pairs per call. */
export const PAIRS = 10;

/** Addresses that may be the same home. A page may be short or empty without being the last. */
export const nearQuery = infiniteQueryOptions({
  queryKey: ['addresses', 'near'],
  queryFn: ({ pageParam, signal }) =>
    adminCall('GET /addresses/near', { query: { limit: PAIRS, cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
  // Checking all addresses again is worth it after a decision, not when the tab gets the focus.
  refetchOnWindowFocus: false,
});

export const decisionsQuery = infiniteQueryOptions({
  queryKey: ['addresses', 'decisions'],
  queryFn: ({ pageParam, signal }) =>
    adminCall('GET /addresses/decisions', { query: { limit: 10, cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});

/** Addresses that match the typed text. */
export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['addresses', 'search', text],
    queryFn: ({ signal }) => adminCall('GET /addresses/search', { query: { text }, signal }),
    enabled: /\p{L}|\p{N}/u.test(text),
    placeholderData: keepPreviousData,
  });

/** A chosen address. */
export const addressQuery = (id: string) =>
  queryOptions({
    queryKey: ['addresses', 'one', id],
    queryFn: ({ signal }) => adminCall('GET /addresses/{id}', { params: { id }, signal }),
  });

/** Two chosen addresses, compared. */
export const pairQuery = (firstId: string, secondId: string) =>
  queryOptions({
    queryKey: ['addresses', 'pair', firstId, secondId],
    queryFn: ({ signal }) => adminCall('GET /addresses/pair', { query: { firstId, secondId }, signal }),
  });
