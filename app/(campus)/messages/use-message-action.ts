'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';
import { toast } from '../../../components/ui/toast.ts';
import { MESSAGE_TEXTS } from './texts.ts';

/** Marks messages as read or deletes them, then refetches inbox and badge. */
export function useMessageAction(action: 'read' | 'delete') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) => adminCall(`POST /messages/${action}`, { body: { ids } }),
    onSuccess: (_, ids) => {
      if (action === 'delete') toast('success', MESSAGE_TEXTS.deleted(ids.length));
    },
    onError: ({ message }) => toast('error', message),
    onSettled: () => client.invalidateQueries({ queryKey: ['messages'] }),
  });
}
