'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { adminCall } from '../../components/query/admin-call.ts';
import { Button, buttonStyle } from '../../components/ui/button.tsx';
import { Callout } from '../../components/ui/callout.tsx';
import { Card } from '../../components/ui/card.tsx';
import { useHydrated } from '../../components/ui/use-hydrated.ts';
import { CodeForm } from '../(campus)/account/code-form.tsx';
import { NewCodes } from '../(campus)/account/new-codes.tsx';
import { NewKey } from '../(campus)/account/new-key.tsx';
import { SECOND_FACTOR_TEXTS } from './texts.ts';

/** Sets up the second factor that the district requires, shows the recovery codes, then goes on. */
export function RequiredFactor({ next }: { next: string }) {
  const hydrated = useHydrated();
  const begin = useMutation({ mutationFn: () => adminCall('POST /account/second-factor'), gcTime: 0 });
  const [codes, setCodes] = useState<string[]>([]);
  return (
    <Card className="flex flex-col gap-4 p-5" aria-label="Second factor">
      {codes.length > 0 ? (
        <>
          <h2 className="font-medium">Recovery codes</h2>
          <NewCodes codes={codes} />
          <a href={next} className={buttonStyle('primary')}>
            Continue
          </a>
        </>
      ) : begin.data ? (
        <>
          <NewKey factor={begin.data} />
          <CodeForm path="on" action="Turn on" onDone={({ recoveryCodes = [] }) => setCodes(recoveryCodes)} />
        </>
      ) : (
        <>
          <p>{SECOND_FACTOR_TEXTS.app()}</p>
          {begin.error && (
            <Callout tone="bad" role="alert">
              {begin.error.message}
            </Callout>
          )}
          <Button
            kind="primary"
            busy={begin.isPending}
            disabled={!hydrated}
            onClick={() => begin.mutate()}
            className="self-start"
          >
            Set up
          </Button>
        </>
      )}
    </Card>
  );
}
