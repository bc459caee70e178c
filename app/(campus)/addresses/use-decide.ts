'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../components/ui/toast.ts';

/** A decision about addresses. Everything the page shows of them is refetched, after a refusal too. */
export function useDecide<Answer, Asked>(
  send: (asked: Asked) => Promise<Answer>,
  onDone: (answer: Answer, asked: Asked) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: onDone,
    // A refused pair often leaves the page a moment later, and its message with it.
    onError: ({ message }) => toast('error', 'Nothing was changed', message),
    onSettled: () => {
      client.invalidateQueries({ queryKey: ['addresses'] });
      client.invalidateQueries({ queryKey: ['staff'] });
    },
  });
}
