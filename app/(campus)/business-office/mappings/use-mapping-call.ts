'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../../components/ui/toast.ts';
import { mappingsQuery } from './queries.ts';

/** One change of the mappings. The list is refetched, after a refusal too. */
export function useMappingCall<Asked>(
  send: (asked: Asked) => Promise<unknown>,
  done: (asked: Asked) => string,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (_, asked) => toast('success', done(asked)),
    onError: ({ message }) => toast('error', message),
    onSettled: () => client.invalidateQueries({ queryKey: mappingsQuery.queryKey }),
  });
}
