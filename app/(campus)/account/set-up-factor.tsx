'use client';

import { useMutation } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Callout } from '../../../components/ui/callout.tsx';
import { useHydrated } from '../../../components/ui/use-hydrated.ts';
import type { Account } from '../../../lib/account/schema.ts';
import { CodeForm } from './code-form.tsx';
import { NewKey } from './new-key.tsx';

/** Makes a key for the user's app, and turns the second factor on with its first code. */
export function SetUpFactor({
  about,
  primary = false,
  onDone,
}: {
  /** What a second factor is, before the key is shown. */
  about: string;
  /** Whether it is what the page is for. */
  primary?: boolean;
  onDone: (account: Account & { recoveryCodes?: string[] }) => void;
}) {
  const hydrated = useHydrated();
  const begin = useMutation({ mutationFn: () => adminCall('POST /account/second-factor'), gcTime: 0 });
  if (begin.data)
    return (
      <>
        <NewKey factor={begin.data} />
        <CodeForm path="on" action="Turn on" onDone={onDone} />
      </>
    );
  return (
    <>
      <p>{about}</p>
      {begin.error && (
        <Callout tone="bad" role="alert">
          {begin.error.message}
        </Callout>
      )}
      <Button
        kind={primary ? 'primary' : undefined}
        busy={begin.isPending}
        disabled={!hydrated}
        onClick={() => begin.mutate()}
        className="self-start"
      >
        Set up
      </Button>
    </>
  );
}
