'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';
import { Badge } from '../../../components/ui/badge.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { Callout } from '../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../components/ui/card.tsx';
import { accountQuery } from './queries.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

/** Whether one is linked with the district's single sign-on, and how to be; nothing where the district has none. */
export function OwnSignOn() {
  const account = useQuery(accountQuery()).data;
  const link = useMutation({
    mutationFn: () => adminCall('POST /account/single-sign-on/link'),
    onSuccess: ({ url }) => location.assign(url),
  });
  if (!account || account.singleSignOn === 'none') return null;
  const linked = account.singleSignOn === 'linked';
  return (
    <Card aria-label="Single sign-on" className="mb-6">
      <CardHeader>
        <CardTitle>Single sign-on</CardTitle>
        {linked ? <Badge tone="good">Linked</Badge> : <Badge>Not linked</Badge>}
      </CardHeader>
      <div className="flex flex-wrap items-center justify-between gap-3 p-4 sm:px-5">
        <p className="min-w-0 flex-1 basis-80 text-pretty">
          {linked ? ACCOUNT_TEXTS.linked(account.hasPassword) : ACCOUNT_TEXTS.notLinked()}
        </p>
        {!linked && (
          <Button busy={link.isPending} onClick={() => link.mutate()}>
            Link with single sign-on
          </Button>
        )}
        {link.error && (
          <Callout tone="bad" role="alert" className="w-full">
            {link.error.message}
          </Callout>
        )}
      </div>
    </Card>
  );
}
