'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { type AdminProblem, adminCall } from '../../../../components/query/admin-call.ts';

export type SyncAction = 'start' | 'restart' | 'end' | 'validate' | 'commit' | 'cancel';

/** A job tells its result when it has one. */
const DONE: Partial<Record<SyncAction, string>> = {
  start: 'The transfer is open. HR can send staff now.',
  restart: 'The transfer was restarted.',
  end: 'The transfer has ended.',
  cancel: 'The synchronization was cancelled.',
};

interface Answer {
  warnings?: { message: string }[];
}

/** Takes a step, tells what came of it, and asks anew how the run stands, also after a refusal. */
export function useSyncAction() {
  const client = useQueryClient();
  return useMutation<Answer, AdminProblem, SyncAction>({
    mutationFn: (action) => adminCall('POST', `/sync/${action}`),
    onSuccess: (answer, action) => {
      const description = answer.warnings?.map(({ message }) => message).join(' ');
      if (DONE[action]) toast.success(DONE[action], { description });
    },
    onError: (problem) =>
      toast.error(problem.message, {
        description:
          problem.status >= 500 && problem.requestId ? `Request id ${problem.requestId}` : undefined,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['sync'] }),
  });
}
