'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type AdminProblem, adminCall } from '../../../../components/query/admin-call.ts';
import { toast } from '../../../../components/ui/toast.ts';
import type { Notification, NotificationEdit } from '../../../../lib/notify/schema.ts';

/** Saves a notification, a new one without `id`. Undefined is the answer when it was deleted (NOT-3). */
export function useSave(id: string | undefined, onSaved: () => void) {
  const client = useQueryClient();
  return useMutation<Notification | undefined, AdminProblem, NotificationEdit>({
    mutationFn: (edit) =>
      id ? adminCall('PUT', `/notifications/${id}`, edit) : adminCall('POST', '/notifications', edit),
    onSuccess: (saved) => {
      toast('success', saved ? 'The notification was saved.' : 'The notification was deleted.');
      onSaved();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
}
