'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DateTime } from '../../../components/dates.tsx';
import { QueryError } from '../../../components/query/query-error.tsx';
import { Badge } from '../../../components/ui/badge.tsx';
import { Card, CardHeader, CardTitle } from '../../../components/ui/card.tsx';
import type { Account } from '../../../lib/account/schema.ts';
import { CodeForm } from './code-form.tsx';
import { accountQuery } from './queries.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpFactor } from './set-up-factor.tsx';
import { ACCOUNT_TEXTS } from './texts.ts';

/** Sets up, turns on and turns off codes of an authenticator app. */
export function SecondFactor() {
  const cache = useQueryClient();
  const query = useQuery(accountQuery());
  const [codes, setCodes] = useState<string[]>([]);
  const update = ({ recoveryCodes = [], ...account }: Account & { recoveryCodes?: string[] }) => {
    cache.setQueryData(accountQuery().queryKey, account);
    setCodes(recoveryCodes);
  };
  const since = query.data?.secondFactorSince;
  return (
    <Card aria-label="Second factor">
      <CardHeader>
        <CardTitle>Second factor</CardTitle>
        {query.data && (since ? <Badge tone="good">On</Badge> : <Badge>Off</Badge>)}
      </CardHeader>
      <div className="flex flex-col gap-4 p-4 sm:p-5">
        {query.isError && !query.data && <QueryError query={query} />}
        {query.data && since && (
          <>
            <p>
              On since <DateTime at={since} />: signing in asks for a code of your authenticator app.{' '}
              {ACCOUNT_TEXTS.withoutPhone()}
            </p>
            <RecoveryCodes codes={codes} left={query.data.recoveryCodesLeft} onNew={update} />
            {query.data.secondFactorRequired ? (
              <p>{ACCOUNT_TEXTS.factorRequired()}</p>
            ) : (
              <CodeForm path="off" action="Turn off" onDone={update} />
            )}
          </>
        )}
        {query.data && !since && <SetUpFactor about={ACCOUNT_TEXTS.secondFactor()} onDone={update} />}
      </div>
    </Card>
  );
}
