'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/ui/toast.ts';
import type { AdminLink } from '../../lib/operator/schema.ts';

/** A call that answers with an admin's link, which is shown this once. What the page lists is refetched, after a refusal too. */
export function useOperatorCall<Asked>(
  send: (asked: Asked) => Promise<AdminLink>,
  done: (made: AdminLink) => string,
) {
  const cache = useQueryClient();
  const [link, setLink] = useState<AdminLink>();
  const call = useMutation({
    mutationFn: send,
    // The answer holds the link.
    gcTime: 0,
    onSuccess: (made) => {
      setLink(made);
      toast('success', done(made));
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['operator'] }),
  });
  const errorAt = (field: string): string | undefined =>
    call.error?.errors.find(({ pointer }) => pointer === `/${field}`)?.message;
  return { call, link, errorAt };
}
