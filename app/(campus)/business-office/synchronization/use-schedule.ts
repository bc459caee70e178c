'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { toast } from '../../../../components/ui/toast.ts';
import type { ScheduleRequest } from '../../../../lib/sync/schedule/schema.ts';
import { TEXTS } from './texts.ts';

/** Schedules the commit, and cancels the schedule. The run's state is refetched, after a refusal too. */
export function useSchedule(onDone?: () => void) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['sync'] });
  const schedule = useMutation({
    mutationFn: (body: ScheduleRequest) => adminCall('PUT /sync/schedule', { body }),
    onSuccess: () => {
      toast('success', TEXTS.scheduled());
      onDone?.();
    },
    onError: ({ message, status }) => {
      if (status === 422) return;
      toast('error', message);
      onDone?.();
    },
    onSettled,
  });
  const cancel = useMutation({
    mutationFn: () => adminCall('POST /sync/schedule/cancel'),
    onSuccess: () => toast('success', TEXTS.scheduleCancelled()),
    onError: ({ message }) => toast('error', message),
    onSettled,
  });
  return { schedule, cancel };
}
