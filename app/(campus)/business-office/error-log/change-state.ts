'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { toast } from '../../../../components/ui/toast.ts';
import type { StateChange } from '../../../../lib/error-log/schema.ts';
import { ERROR_LOG_TEXTS } from './texts.ts';

/** Resolves, ignores or reopens entries: all of them, in as many calls as it takes. */
export function useChangeState() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: StateChange) => {
      let total = 0;
      for (let more = true; more; ) {
        const answer = await adminCall('PUT /error-log/state', { body });
        total += answer.changed;
        more = answer.more;
      }
      return total;
    },
    onSuccess: (total, { state }) => toast('success', ERROR_LOG_TEXTS.changed(total, state)),
    onError: (problem) => toast('error', problem.message),
    onSettled: () => {
      for (const queryKey of [['error-log'], ['home']]) client.invalidateQueries({ queryKey });
    },
  });
}
