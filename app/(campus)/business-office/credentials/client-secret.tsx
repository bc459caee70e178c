'use client';

import { useMutation } from '@tanstack/react-query';
import { Eye, EyeOff } from 'lucide-react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { CopyField } from '../../../../components/ui/copy-field.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import { CREDENTIAL_TEXTS } from './texts.ts';

const MASKED = '•'.repeat(43);

/** The secret, masked until *Show Secret* fetches it (CRED-4). The page holds it only while it is shown. */
export function ClientSecret({ clientId }: { clientId: string }) {
  const reveal = useMutation({
    mutationFn: () => adminCall('POST /credentials/{id}/reveal', { params: { id: clientId } }),
    gcTime: 0,
    onError: ({ message }) => toast('error', message),
  });
  const secret = reveal.data?.secret;
  return (
    <CopyField
      label="Client Secret"
      value={secret ?? MASKED}
      copyable={secret !== undefined}
      help={CREDENTIAL_TEXTS.clientSecret()}
    >
      <Button
        aria-pressed={secret !== undefined}
        busy={reveal.isPending}
        onClick={() => (secret === undefined ? reveal.mutate() : reveal.reset())}
      >
        {secret === undefined ? (
          <Eye aria-hidden className="size-4" />
        ) : (
          <EyeOff aria-hidden className="size-4" />
        )}
        Show Secret
      </Button>
    </CopyField>
  );
}
