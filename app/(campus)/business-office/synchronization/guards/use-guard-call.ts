'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../../../components/ui/toast.ts';

/**
 * One call of the commit guards. What the page shows of them is refetched, after a refusal too.
 * @param done shown when the call has succeeded
 */
export function useGuardCall<Asked>(
  send: (asked: Asked) => Promise<unknown>,
  done: string,
  onDone?: () => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
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
