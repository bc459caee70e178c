'use client';

import { useMutation } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Callout } from '../../../components/ui/callout.tsx';
import type { AccountWithCodes } from '../../../lib/account/schema.ts';
import { NewCodes } from './new-codes.tsx';
import { ACCOUNT_TEXTS } from './texts.ts';

const FEW = 3;

/** How many recovery codes are left, a button for new ones, and new ones while they are shown. */
export function RecoveryCodes({
  codes,
  left,
  onNew,
}: {
  /** New ones, to be shown; empty otherwise. */
  codes: readonly string[];
  left: number;
  onNew: (account: AccountWithCodes) => void;
}) {
  const renew = useMutation({
    mutationFn: () => adminCall('POST /account/recovery-codes'),
    gcTime: 0,
    onSuccess: onNew,
  });
  return (
    <section className="flex flex-col gap-3">
      <h3 className="font-medium">Recovery codes</h3>
      {renew.error && (
        <Callout tone="bad" role="alert">
          {renew.error.message}
        </Callout>
      )}
      {codes.length > 0 ? (
        <NewCodes codes={codes} />
      ) : (
        <>
          {left <= FEW && <Callout tone="warn">{ACCOUNT_TEXTS.fewCodesLeft(left)}</Callout>}
          <p>
            {left > FEW && `${ACCOUNT_TEXTS.codesLeft(left)} `}
            {ACCOUNT_TEXTS.newCodes()}
          </p>
          <Button busy={renew.isPending} onClick={() => renew.mutate()} className="self-start">
            Get new codes
          </Button>
        </>
      )}
    </section>
  );
}
