'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type AdminProblem, adminCall } from '../../../../components/query/admin-call.ts';
import { toast } from '../../../../components/ui/toast.ts';
import type { Client } from '../../../../lib/credentials/schema.ts';
import { clientsQuery } from './queries.ts';

export interface ClientCall {
  method?: 'POST' | 'PUT';
  path: string;
  body?: unknown;
  /** Told once it is done. */
  done: string;
}

/** Changes a client; the list is asked for anew, also after a refusal. */
export function useClientCall(onDone: (client: Client) => void = () => {}) {
  const cache = useQueryClient();
  return useMutation<Client, AdminProblem, ClientCall>({
    mutationFn: ({ method = 'POST', path, body }) => adminCall(method, `/credentials${path}`, body),
    onSuccess: async (client, { done }) => {
      await cache.invalidateQueries({ queryKey: clientsQuery().queryKey });
      onDone(client);
      toast('success', done);
    },
    onError: () => cache.invalidateQueries({ queryKey: clientsQuery().queryKey }),
  });
}
