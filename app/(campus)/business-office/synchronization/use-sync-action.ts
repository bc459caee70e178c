'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { toast } from '../../../../components/ui/toast.ts';
import { TEXTS } from './texts.ts';

export type SyncAction = 'start' | 'restart' | 'end' | 'validate' | 'commit' | 'cancel';

/** Takes a step, shows its result, and refetches the run, after a refusal too. */
export function useSyncAction() {
  const client = useQueryClient();
  return useMutation({
    // The page has asked, and said whose staff are discarded.
    mutationFn: (action: SyncAction) =>
      action === 'restart'
        ? adminCall('POST /sync/restart', { body: { restart: true } })
        : adminCall(`POST /sync/${action}`),
    onSuccess: (answer, action) => {
      const done = TEXTS.done[action];
      const warnings = 'warnings' in answer ? answer.warnings : [];
      if (done) toast('success', done, warnings.map(({ message }) => message).join(' '));
    },
    onError: ({ message, status, requestId }) =>
      toast('error', message, status >= 500 && requestId ? `Request ID ${requestId}` : undefined),
    onSettled: () => client.invalidateQueries({ queryKey: ['sync'] }),
  });
}
