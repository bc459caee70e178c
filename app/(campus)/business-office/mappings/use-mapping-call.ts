'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AdminProblem } from '../../../../components/query/admin-problem.ts';
import { toast } from '../../../../components/ui/toast.ts';
import { mappingsQuery } from './queries.ts';

/**
 * One change of the mappings. The list is refetched, after a refusal too.
 * @param onRefused shows what is wrong with a field; without it a toast says it
 */
export function useMappingCall<Asked>(
  send: (asked: Asked) => Promise<unknown>,
  done: (asked: Asked) => string,
  onRefused?: (errors: AdminProblem['errors']) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (_, asked) => toast('success', done(asked)),
    onError: ({ message, errors }) => {
      if (onRefused && errors.length > 0) onRefused(errors);
      else toast('error', message);
    },
    onSettled: () => client.invalidateQueries({ queryKey: mappingsQuery.queryKey }),
  });
}
