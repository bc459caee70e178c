'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type AdminProblem, adminCall } from '../../../components/query/admin-call.ts';
import { toast } from '../../../components/ui/toast.ts';

/** A decision of addresses: whatever it says, all that this page shows of them is asked anew. */
export function useDecide<Answer, Asked>(
  call: (asked: Asked) => { path: string; body?: unknown },
  onDone: (answer: Answer, asked: Asked) => void,
) {
  const client = useQueryClient();
  return useMutation<Answer, AdminProblem, Asked>({
    mutationFn: (asked) => {
      const { path, body } = call(asked);
      return adminCall<Answer>('POST', path, body);
    },
    onSuccess: onDone,
    // What was refused is often gone from the page a moment later.
    onError: ({ message }) => toast('error', 'Nothing was changed', message),
    onSettled: () => {
      client.invalidateQueries({ queryKey: ['addresses'] });
      client.invalidateQueries({ queryKey: ['staff'] });
    },
  });
}
