'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../../components/ui/toast.ts';

/** Changes a feed, then refetches them, after a refusal too. */
export function useFeedCall<Body>(send: (body: Body) => Promise<unknown>, done: (body: Body) => string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (_, body) => toast('success', done(body)),
    onSettled: () => cache.invalidateQueries({ queryKey: ['feeds'] }),
  });
}
