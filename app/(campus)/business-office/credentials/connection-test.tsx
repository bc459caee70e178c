'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleCheck, CircleX, PlugZap } from 'lucide-react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import type { Client, ConnectionStep } from '../../../../lib/credentials/schema.ts';
import { CREDENTIAL_TEXTS } from './texts.ts';

/** Calls the API as the vendor does, and says of each call how it was answered. */
export function ConnectionTest({ client: { id } }: { client: Client }) {
  const test = useMutation({
    mutationFn: () => adminCall('POST /credentials/{id}/test', { params: { id } }),
    onError: ({ message }) => toast('error', message),
  });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button busy={test.isPending} onClick={() => test.mutate()}>
          <PlugZap aria-hidden className="size-4" />
          Test connection
        </Button>
        <p className="text-muted text-xs">{CREDENTIAL_TEXTS.test()}</p>
      </div>
      <div aria-live="polite">
        {test.data && (
          <ol aria-label="Connection test" className="flex flex-col gap-2">
            {test.data.steps.map((step) => (
              <Step key={step.name} step={step} />
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

const NAMES: Record<ConnectionStep['name'], string> = { token: 'Token:', read: 'Read:' };

const Step = ({ step: { name, url, succeeded, text } }: { step: ConnectionStep }) => (
  <li className="flex gap-2">
    {succeeded ? (
      <CircleCheck role="img" aria-label="Succeeded" className="mt-0.5 size-4 shrink-0 text-good-ink" />
    ) : (
      <CircleX role="img" aria-label="Failed" className="mt-0.5 size-4 shrink-0 text-bad-ink" />
    )}
    <div className="min-w-0">
      <p>
        <span className="font-medium">{NAMES[name]}</span> {text}
      </p>
      <p className="wrap-anywhere font-mono text-muted text-xs">{url}</p>
    </div>
  </li>
);
