'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../../components/ui/toast.ts';

interface UserCall {
  send: () => Promise<unknown>;
  /** Shown when the call has succeeded. */
  done: string;
  /** The dialog stays open, because it shows what the call answered. */
  stays?: boolean;
}

/** Changes a user, then refetches the list, after a refusal too. */
export function useUserCall(onDone: () => void) {
  const cache = useQueryClient();
  const call = useMutation({
    mutationFn: ({ send }: UserCall) => send(),
    // The call may hold a password.
    gcTime: 0,
    onSuccess: async (_, { done, stays }) => {
      await cache.invalidateQueries({ queryKey: ['users'] });
      if (!stays) onDone();
      toast('success', done);
    },
    onError: () => cache.invalidateQueries({ queryKey: ['users'] }),
  });
  return {
    call,
    errorAt: (field: string): string | undefined => {
      const error = call.error?.errors.find(({ pointer }) => pointer === `/${field}`);
      return error && [error.message, error.hint].filter(Boolean).join(' ');
    },
  };
}
