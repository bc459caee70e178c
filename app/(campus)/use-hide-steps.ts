'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../components/query/admin-call.ts';
import { toast } from '../../components/ui/toast.ts';
import { firstStepsQuery } from './home-queries.ts';

export const STEPS_ID = 'first-steps';
export const SHOW_STEPS_ID = 'show-first-steps';

/** Hides the first steps or shows them. The focus goes to what takes the place of the button that was used. */
export function useHideSteps() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (hidden: boolean) => adminCall('PUT /home/first-steps', { body: { hidden } }),
    onSuccess: async (_, hidden) => {
      await cache.invalidateQueries({ queryKey: firstStepsQuery.queryKey });
      requestAnimationFrame(() => document.getElementById(hidden ? SHOW_STEPS_ID : STEPS_ID)?.focus());
    },
    onError: (error) => toast('error', error.message),
  });
}
