'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { toast } from '../../../../components/ui/toast.ts';
import type { NotificationEdit } from '../../../../lib/notify/schema.ts';
import { NOTIFICATION_TEXTS } from './texts.ts';

/** Saves a notification, a new one without `id`. Undefined is the answer when it was deleted (NOT-3). */
export function useSave(id: string | undefined, onSaved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NotificationEdit) =>
      id
        ? adminCall('PUT /notifications/{id}', { params: { id }, body })
        : adminCall('POST /notifications', { body }),
    onSuccess: (saved) => {
      toast('success', saved ? NOTIFICATION_TEXTS.saved() : NOTIFICATION_TEXTS.deleted());
      onSaved();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
}
