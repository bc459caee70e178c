'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { toast } from '../../../../components/ui/toast.ts';

export type SyncAction = 'start' | 'restart' | 'end' | 'validate' | 'commit' | 'cancel';

/** Validate and commit are jobs: their result is shown when they finish. */
const DONE: Partial<Record<SyncAction, string>> = {
  start: 'The transfer is open. HR can send staff now.',
  restart: 'The transfer was restarted.',
  end: 'The transfer has ended.',
  cancel: 'The synchronization was cancelled.',
};

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
      const done = DONE[action];
      const warnings = 'warnings' in answer ? answer.warnings : [];
      if (done) toast('success', done, warnings.map(({ message }) => message).join(' '));
    },
    onError: ({ message, status, requestId }) =>
      toast('error', message, status >= 500 && requestId ? `Request ID ${requestId}` : undefined),
    onSettled: () => client.invalidateQueries({ queryKey: ['sync'] }),
  });
}
