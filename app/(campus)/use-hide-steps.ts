'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../components/query/admin-call.ts';
import { toast } from '../../components/ui/toast.ts';
import { firstStepsQuery } from './home-queries.ts';

/** Hides the first steps or shows them. */
export function useHideSteps() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (hidden: boolean) => adminCall('PUT /home/first-steps', { body: { hidden } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: firstStepsQuery.queryKey }),
    onError: (error) => toast('error', error.message),
  });
}
