'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../../components/ui/toast.ts';

interface UserCall {
  send: () => Promise<unknown>;
  /** Shown when the call has succeeded. */
  done: string;
}

/** Changes a user, then refetches the list, after a refusal too. */
export function useUserCall(onDone: () => void) {
  const cache = useQueryClient();
  const call = useMutation({
    mutationFn: ({ send }: UserCall) => send(),
    // The call may hold a password.
    gcTime: 0,
    onSuccess: async (_, { done }) => {
      await cache.invalidateQueries({ queryKey: ['users'] });
      onDone();
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
