'use client';

import { useMutation } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Callout } from '../../../components/ui/callout.tsx';
import { CopyButton } from '../../../components/ui/copy-button.tsx';
import type { AccountWithCodes } from '../../../lib/account/schema.ts';

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
        <>
          <Callout tone="warn" role="status">
            Write these codes down or print them, and keep them away from your phone. They are shown only now.
            Each signs you in once.
          </Callout>
          <ul className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-lg bg-sunken p-4 font-mono text-sm">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <div>
            <CopyButton what="Recovery codes" text={codes.join('\n')} />
          </div>
        </>
      ) : (
        <>
          {left <= FEW && (
            <Callout tone="warn">
              {left === 0 ? 'No recovery code is left.' : `Only ${left} of 10 recovery codes are left.`} Get
              new ones before you need them.
            </Callout>
          )}
          <p>
            {left > FEW && `${left} of 10 are left. `}
            New codes take the place of all earlier ones.
          </p>
          <Button busy={renew.isPending} onClick={() => renew.mutate()} className="self-start">
            Get new codes
          </Button>
        </>
      )}
    </section>
  );
}
