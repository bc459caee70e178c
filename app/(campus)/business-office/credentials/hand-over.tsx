'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'lucide-react';
import { useState } from 'react';
import { DateTime } from '../../../../components/dates.tsx';
import { LinkDialog } from '../../../../components/link-dialog.tsx';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import { handOverLink } from '../../../../lib/credentials/hand-over/link.ts';
import type { Client, HandOverLink } from '../../../../lib/credentials/schema.ts';
import { clientsQuery } from './queries.ts';
import { CREDENTIAL_TEXTS } from './texts.ts';
import { useClientCall } from './use-client-call.ts';

/** The link that shows the vendor the credentials once, and what has become of it. */
export function HandOver({ client: { id, handOver, state } }: { client: Client }) {
  const cache = useQueryClient();
  const [made, setMade] = useState<HandOverLink>();
  const make = useMutation({
    mutationFn: () => adminCall('POST /credentials/{id}/hand-over', { params: { id } }),
    gcTime: 0,
    onSuccess: async (link) => {
      await cache.invalidateQueries({ queryKey: clientsQuery().queryKey });
      setMade(link);
    },
    onError: ({ message }) => toast('error', message),
  });
  const withdraw = useClientCall();
  const sendWithdrawal = () =>
    withdraw.mutate(
      {
        send: () => adminCall('DELETE /credentials/{id}/hand-over', { params: { id } }),
        done: CREDENTIAL_TEXTS.linkWithdrawn(),
      },
      { onError: ({ message }) => toast('error', message) },
    );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button busy={make.isPending} disabled={state !== 'active'} onClick={() => make.mutate()}>
        <Link aria-hidden className="size-4" />
        Make a link
      </Button>
      {handOver?.openedAt === null && (
        <Button busy={withdraw.isPending} onClick={sendWithdrawal}>
          Withdraw link
        </Button>
      )}
      <p className="text-muted text-xs">
        <LinkState handOver={handOver} />
      </p>
      {made && (
        <LinkDialog
          title="Link for the HR vendor"
          description={CREDENTIAL_TEXTS.passLinkOn()}
          link={handOverLink(location.origin, made.token)}
          help={CREDENTIAL_TEXTS.linkShownOnce()}
          expiresAt={made.expiresAt}
          onClose={() => setMade(undefined)}
        />
      )}
    </div>
  );
}

function LinkState({ handOver }: Pick<Client, 'handOver'>) {
  if (!handOver) return CREDENTIAL_TEXTS.link();
  const { openedAt, expiresAt } = handOver;
  if (openedAt === null)
    return (
      <>
        A link waits to be opened until <DateTime at={expiresAt} time />.
      </>
    );
  return (
    <>
      The link was opened on <DateTime at={openedAt} time />.
    </>
  );
}
