'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import type { Draft, Mapping } from './draft.ts';
import { columnsQuery, draftQuery } from './queries.ts';

export interface Change {
  mapping?: Partial<Mapping>;
  step?: Draft['step'];
  name?: string | null;
}

const NOTHING: Mapping = { reading: {}, columns: [], fixed: [], values: [] };

/** What changes the draft is sent one after the other. */
export const CHOICES_SCOPE = 'upload-choices';

/**
 * Keeps every choice on the server at once, so that the page can be left at any time. The page shows a choice before it is
 * kept. Choices are kept one after the other: each sends all of them.
 */
export function useChoices(draft: Draft) {
  const client = useQueryClient();
  const { queryKey } = draftQuery;
  const current = (): Draft => client.getQueryData(queryKey)?.draft ?? draft;
  return useMutation({
    scope: { id: CHOICES_SCOPE },
    onMutate(change: Change) {
      const { mapping, step, name } = current();
      const changed = {
        ...current(),
        mapping: { ...NOTHING, ...mapping, ...change.mapping },
        step: change.step ?? step,
        name: change.name === undefined ? name : change.name,
      };
      client.setQueryData(queryKey, { draft: changed });
    },
    mutationFn() {
      const { id, mapping, step, name } = current();
      const body = { mapping: mapping ?? NOTHING, step, name };
      return adminCall('PUT /sync/upload/drafts/{id}/choices', { params: { id }, body });
    },
    async onSuccess(_, { mapping }) {
      if (mapping?.reading) await client.invalidateQueries({ queryKey: columnsQuery(draft.id).queryKey });
    },
    // The draft may have expired, or have been replaced in another tab.
    onError: () => client.invalidateQueries({ queryKey, exact: true }),
  });
}

export type Choose = ReturnType<typeof useChoices>;
