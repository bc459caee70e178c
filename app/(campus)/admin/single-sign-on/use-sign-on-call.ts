'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../../components/ui/toast.ts';
import type { SingleSignOn } from '../../../../lib/single-sign-on/schema.ts';
import { singleSignOnQuery } from './queries.ts';

/** Changes single sign-on, and shows what it answers. */
export function useSignOnCall<Body>(
  send: (body: Body) => Promise<SingleSignOn>,
  done: (body: Body) => string,
) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: send,
    // The call may hold the client secret.
    gcTime: 0,
    onSuccess: (settings, body) => {
      cache.setQueryData(singleSignOnQuery.queryKey, settings);
      toast('success', done(body));
    },
  });
}
