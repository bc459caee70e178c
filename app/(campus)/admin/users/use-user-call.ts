'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type AdminProblem, adminCall } from '../../../../components/query/admin-call.ts';
import { toast } from '../../../../components/ui/toast.ts';

export interface UserCall {
  method: 'POST' | 'PUT';
  path: string;
  body?: unknown;
  /** Told once it is done. */
  done: string;
}

/** Changes a user; the list is asked for anew, also after a refusal. */
export function useUserCall(onDone: () => void) {
  const cache = useQueryClient();
  const call = useMutation<unknown, AdminProblem, UserCall>({
    mutationFn: ({ method, path, body }) => adminCall(method, `/users${path}`, body),
    // What was sent may hold a password.
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
