'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../../components/ui/toast.ts';
import type { Client } from '../../../../lib/credentials/schema.ts';
import { clientsQuery } from './queries.ts';

interface ClientCall {
  send: () => Promise<Client>;
  /** Shown when the call has succeeded. */
  done: string;
}

/** Changes a client, then refetches the list, after a refusal too. */
export function useClientCall(onDone: (client: Client) => void = () => {}) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ send }: ClientCall) => send(),
    onSuccess: async (client, { done }) => {
      await cache.invalidateQueries({ queryKey: clientsQuery().queryKey });
      onDone(client);
      toast('success', done);
    },
    onError: () => cache.invalidateQueries({ queryKey: clientsQuery().queryKey }),
  });
}
