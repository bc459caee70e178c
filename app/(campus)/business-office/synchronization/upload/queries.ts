import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../../components/query/admin-call.ts';

/** The file in the user's wizard. Nothing but the wizard changes it. */
export const draftQuery = queryOptions({
  queryKey: ['upload', 'draft'],
  queryFn: ({ signal }) => adminCall('GET /sync/upload/drafts/mine', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What was read of a draft: read again only after a choice that changes it. */
const ofDraft = (id: string, step: string) => ['upload', 'draft', id, step] as const;

const ASKED_EVERY_MS = 500;

/** How far the call is that reads the file now. */
export const progressQuery = (id: string) =>
  queryOptions({
    queryKey: ofDraft(id, 'progress'),
    queryFn: ({ signal }) => adminCall('GET /sync/upload/drafts/{id}/progress', { params: { id }, signal }),
    refetchInterval: ASKED_EVERY_MS,
    // The last call's progress is none of this one.
    gcTime: 0,
  });

export const columnsQuery = (id: string) =>
  queryOptions({
    queryKey: ofDraft(id, 'columns'),
    queryFn: ({ signal }) => adminCall('GET /sync/upload/drafts/{id}/columns', { params: { id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export const valuesQuery = (id: string) =>
  queryOptions({
    queryKey: ofDraft(id, 'values'),
    queryFn: ({ signal }) => adminCall('GET /sync/upload/drafts/{id}/values', { params: { id }, signal }),
    retry: false,
  });

export const checkQuery = (id: string) =>
  queryOptions({
    queryKey: ofDraft(id, 'check'),
    queryFn: ({ signal }) => adminCall('GET /sync/upload/drafts/{id}/check', { params: { id }, signal }),
    retry: false,
  });

export const mappingsQuery = queryOptions({
  queryKey: ['upload', 'mappings'],
  queryFn: ({ signal }) => adminCall('GET /sync/upload/mappings', { signal }),
});
