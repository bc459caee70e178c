'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { adminCall } from '../../../../../../components/query/admin-call.ts';
import { toast } from '../../../../../../components/ui/toast.ts';
import { TEXTS } from '../../texts.ts';

/** Submits the undo, then opens its own page, which shows the progress. */
export function useUndo(runId: string) {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: () => adminCall('POST /sync/runs/{runId}/undo', { params: { runId } }),
    onSuccess: (answer) => {
      toast('success', TEXTS.undoStarted());
      router.push(`/business-office/synchronization/${answer.runId}`);
    },
    onError: ({ message }) => toast('error', message),
    onSettled: () => client.invalidateQueries({ queryKey: ['sync'] }),
  });
}
