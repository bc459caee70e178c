import { useMutation } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { toast } from '../../../../components/ui/toast.ts';
import type { Client } from '../../../../lib/credentials/schema.ts';

export interface Revealed {
  /** Undefined while it is masked. */
  secret: string | undefined;
  busy: boolean;
  onShow: () => void;
  onHide: () => void;
}

/** Fetches a client's secret (CRED-4). The page holds it only while it is shown, and until a new one is generated. */
export function useReveal({ id, secrets }: Client): Revealed {
  const current = secrets[0]?.id;
  const reveal = useMutation({
    // The parameter says which secret is shown.
    mutationFn: (_secretId: string | undefined) =>
      adminCall('POST /credentials/{id}/reveal', { params: { id } }),
    gcTime: 0,
    onError: ({ message }) => toast('error', message),
  });
  return {
    secret: reveal.variables === current ? reveal.data?.secret : undefined,
    busy: reveal.isPending,
    onShow: () => reveal.mutate(current),
    onHide: () => reveal.reset(),
  };
}
