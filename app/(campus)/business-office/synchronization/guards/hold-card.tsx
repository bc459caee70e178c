'use client';

import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { type FormEvent, useState } from 'react';
import { DateTime } from '../../../../../components/dates.tsx';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import { Badge } from '../../../../../components/ui/badge.tsx';
import { Button, buttonStyle } from '../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../../../components/ui/card.tsx';
import { Choice } from '../../../../../components/ui/choice.tsx';
import { Field } from '../../../../../components/ui/field.tsx';
import { inWords } from '../../../../../lib/sync/guards/exceeded.ts';
import { GUARDS_OF_PEOPLE } from '../../../../../lib/sync/guards/limits.ts';
import type { Hold } from '../../../../../lib/sync/guards/schema.ts';
import { useSyncAction } from '../use-sync-action.ts';
import { GuardPeopleList } from './guard-people-list.tsx';
import { PEOPLE_STATE } from './state.ts';
import { GUARD_TEXTS } from './texts.ts';
import { useGuardCall } from './use-guard-call.ts';

/** The held commit: the limits it exceeds, the people, and *Approve* (SYNC-13). */
export function HoldCard({ hold }: { hold: Hold | null }) {
  const [{ limit: shown }, setState] = useQueryStates(PEOPLE_STATE, { history: 'push' });
  if (!hold)
    return (
      <Card aria-labelledby="hold">
        <CardHeader className="border-b-0">
          <CardTitle id="hold">Held for approval</CardTitle>
          <p className="flex items-center gap-2 text-muted">
            <CircleCheck aria-hidden className="size-4 text-good-ink" />
            {GUARD_TEXTS.noHold()}
          </p>
        </CardHeader>
      </Card>
    );
  return (
    <Card aria-labelledby="hold">
      <CardHeader>
        <CardTitle id="hold">Held for approval</CardTitle>
        <Badge tone={hold.approvedAt ? 'good' : 'warn'}>{hold.approvedAt ? 'Approved' : 'Waiting'}</Badge>
      </CardHeader>
      <div className="flex flex-col gap-3 px-4 py-4 sm:px-5">
        <p>
          {hold.requestedBy} requested the commit on <DateTime at={hold.heldAt} time />. Nothing was
          committed, because it exceeds these limits:
        </p>
        <ul className="flex flex-col gap-2">
          {hold.limits.map((exceeded) => {
            const people = GUARDS_OF_PEOPLE.find((guard) => guard === exceeded.limit);
            return (
              <li key={exceeded.limit} className="flex flex-wrap items-center justify-between gap-2">
                <span id={`limit-${exceeded.limit}`} className="font-medium">
                  {inWords(exceeded)}
                </span>
                {people && (
                  <Button
                    size="small"
                    aria-expanded={shown === people}
                    aria-describedby={`limit-${exceeded.limit}`}
                    onClick={() => setState({ limit: shown === people ? null : people, page: 1 })}
                  >
                    {shown === people ? 'Hide people' : 'Show people'}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      </div>
      {shown && <GuardPeopleList limit={shown} />}
      <div className="border-line border-t px-4 py-4 sm:px-5">
        <Approval hold={hold} />
      </div>
    </Card>
  );
}

function Approval({ hold }: { hold: Hold }) {
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const approve = useGuardCall(
    (body: { reason: string }) => adminCall('POST /sync/guards/approve', { body }),
    GUARD_TEXTS.approved(),
  );
  const [andCommit, setAndCommit] = useState(false);
  const commit = useSyncAction();
  const router = useRouter();
  if (hold.approvedAt)
    return (
      <Callout tone="good" title={`${hold.approvedBy} approved it`}>
        <p className="wrap-anywhere">{hold.reason}</p>
        <Link href="/business-office/synchronization?step=commit" className={`${buttonStyle()} mt-2`}>
          Continue to Commit
        </Link>
      </Callout>
    );
  if (!hold.mayApprove) return <Callout>{GUARD_TEXTS.ownRequest()}</Callout>;
  const goOn = () =>
    commit.mutate('commit', {
      onSuccess: () => router.push('/business-office/synchronization?step=commit'),
    });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (approve.isPending) return;
    if (reason.trim()) approve.mutate({ reason: reason.trim() }, andCommit ? { onSuccess: goOn } : {});
    else setFault(GUARD_TEXTS.approvalReasonNeeded());
  };
  return (
    <form noValidate onSubmit={onSubmit} className="flex max-w-lg flex-col items-start gap-3">
      <Field
        label="Reason"
        className="w-full"
        maxLength={500}
        autoComplete="off"
        value={reason}
        error={fault}
        help={GUARD_TEXTS.approvalReason()}
        onChange={(event) => {
          setReason(event.target.value);
          setFault(undefined);
        }}
      />
      <Choice
        type="checkbox"
        label="Approve and commit now"
        checked={andCommit}
        onChange={(event) => setAndCommit(event.target.checked)}
      />
      <Button type="submit" kind="primary" busy={approve.isPending || commit.isPending}>
        Approve
      </Button>
    </form>
  );
}
