'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Button, buttonStyle } from '../../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { ConfirmDialog } from '../../../../components/ui/confirm-dialog.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import { signInPolicyQuery } from './queries.ts';
import { USER_TEXTS } from './texts.ts';

/** Whether the district requires a second factor of every user. */
export function PolicyCard() {
  const cache = useQueryClient();
  const query = useQuery(signInPolicyQuery());
  const [asking, setAsking] = useState(false);
  const set = useMutation({
    mutationFn: (secondFactorRequired: boolean) =>
      adminCall('PUT /sign-in-policy', { body: { secondFactorRequired } }),
    onSuccess: (policy) => {
      cache.setQueryData(signInPolicyQuery().queryKey, policy);
      toast('success', USER_TEXTS.policySet(policy.secondFactorRequired));
    },
    onError: (error) => {
      toast('error', error.message);
      cache.invalidateQueries(signInPolicyQuery());
    },
  });
  const policy = query.data;
  const required = policy?.secondFactorRequired ?? false;
  return (
    <Card aria-label="Second factor" className="mb-6">
      <CardHeader>
        <CardTitle>Second factor</CardTitle>
        {policy && (required ? <Badge tone="good">Required</Badge> : <Badge>Optional</Badge>)}
      </CardHeader>
      {query.isError && !policy && <QueryError query={query} />}
      {policy && (
        <div className="flex flex-wrap items-center justify-between gap-3 p-4 sm:px-5">
          <p className="min-w-0 flex-1 basis-80 text-pretty">
            {USER_TEXTS.policy(required)} {USER_TEXTS.withoutFactor(policy)}
            {!required && !policy.ownFactor && ` ${USER_TEXTS.ownFactorFirst()}`}
          </p>
          {!required && !policy.ownFactor ? (
            <Link href="/account" className={buttonStyle()}>
              Set up your own
            </Link>
          ) : (
            <Button busy={set.isPending} onClick={() => setAsking(true)}>
              {required ? 'Make optional' : 'Require'}
            </Button>
          )}
          <ConfirmDialog
            open={asking}
            title={required ? 'Make the second factor optional?' : 'Require a second factor?'}
            action={required ? 'Make optional' : 'Require'}
            danger={required}
            onClose={() => setAsking(false)}
            onConfirm={() => set.mutate(!required)}
          >
            {required ? (
              <p>{USER_TEXTS.willBeOptional()}</p>
            ) : (
              <>
                <p>{USER_TEXTS.withoutFactor(policy)}</p>
                <p>{USER_TEXTS.willRequire()}</p>
              </>
            )}
          </ConfirmDialog>
        </div>
      )}
    </Card>
  );
}
