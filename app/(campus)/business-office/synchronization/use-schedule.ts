'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type AdminProblem, adminCall } from '../../../../components/query/admin-call.ts';
import { toast } from '../../../../components/ui/toast.ts';
import type { Schedule, ScheduleRequest } from '../../../../lib/sync/schedule/schema.ts';

/** Schedules the commit, and cancels that; how the run stands is asked anew, also after a refusal. */
export function useSchedule(onDone?: () => void) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['sync'] });
  const schedule = useMutation<Schedule, AdminProblem, ScheduleRequest>({
    mutationFn: (asked) => adminCall('PUT', '/sync/schedule', asked),
    onSuccess: () => {
      toast('success', 'The commit is scheduled.');
      onDone?.();
    },
    onError: ({ message, status }) => {
      if (status === 422) return;
      toast('error', message);
      onDone?.();
    },
    onSettled,
  });
  const cancel = useMutation<unknown, AdminProblem, void>({
    mutationFn: () => adminCall('POST', '/sync/schedule/cancel'),
    onSuccess: () => toast('success', 'Nothing is scheduled any more.'),
    onError: ({ message }) => toast('error', message),
    onSettled,
  });
  return { schedule, cancel };
}
