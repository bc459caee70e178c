'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type AdminProblem, adminCall } from '../../../../../components/query/admin-call.ts';
import { toast } from '../../../../../components/ui/toast.ts';

/** One call of the guards, told when it is done; what hangs on it is asked for anew, also after a refusal. */
export function useGuardCall<Body>(
  method: 'POST' | 'PUT',
  path: '' | '/off-hours' | '/approve' | '/held-out' | '/let-in',
  done: string,
  onDone?: () => void,
) {
  const client = useQueryClient();
  return useMutation<unknown, AdminProblem, Body>({
    mutationFn: (body) => adminCall(method, `/sync/guards${path}`, body),
    onSuccess: () => {
      toast('success', done);
      onDone?.();
    },
    onError: ({ message }) => toast('error', message),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['guards'] }),
        client.invalidateQueries({ queryKey: ['sync', 'overview'] }),
      ]),
  });
}
