import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';

/** How many pairs are asked for at once. */
export const PAIRS = 10;

/** Addresses that may be one door. A page may be short, or empty, and not the last. */
export const nearQuery = infiniteQueryOptions({
  queryKey: ['addresses', 'near'],
  queryFn: ({ pageParam, signal }) =>
    adminCall('GET /addresses/near', { query: { limit: PAIRS, cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
  // Looking through all addresses anew is for what an admin does here, not for coming back to the tab.
  refetchOnWindowFocus: false,
});

export const decisionsQuery = infiniteQueryOptions({
  queryKey: ['addresses', 'decisions'],
  queryFn: ({ pageParam, signal }) =>
    adminCall('GET /addresses/decisions', { query: { limit: 10, cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});

/** What somebody who types an address may mean. */
export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['addresses', 'search', text],
    queryFn: ({ signal }) => adminCall('GET /addresses/search', { query: { text }, signal }),
    enabled: /\p{L}|\p{N}/u.test(text),
    placeholderData: keepPreviousData,
  });

/** One that was chosen. */
export const addressQuery = (id: string) =>
  queryOptions({
    queryKey: ['addresses', 'one', id],
    queryFn: ({ signal }) => adminCall('GET /addresses/{id}', { params: { id }, signal }),
  });

/** Two that were chosen, side by side. */
export const pairQuery = (firstId: string, secondId: string) =>
  queryOptions({
    queryKey: ['addresses', 'pair', firstId, secondId],
    queryFn: ({ signal }) => adminCall('GET /addresses/pair', { query: { firstId, secondId }, signal }),
  });
