'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { DateTime } from '../../../../components/dates.tsx';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import type { Person } from '../../../../lib/people/person.ts';
import { personQuery } from './queries.ts';
import { PERSON_TEXTS } from './texts.ts';

/** Until when an emergency unlock lasts, who made it and why; *Lock Now* (RO-5). */
export function Unlocked({
  person,
  unlock: { at, by, until, reason },
  unlocks,
}: {
  person: Person;
  unlock: NonNullable<Person['unlock']>;
  unlocks: boolean;
}) {
  const client = useQueryClient();
  const lock = useMutation({
    mutationFn: () => adminCall('POST /staff/{id}/lock', { params: { id: person.id } }),
    onSuccess: () => toast('success', PERSON_TEXTS.locked()),
    onSettled: () => client.invalidateQueries({ queryKey: personQuery(person.id).queryKey }),
  });
  return (
    <Callout
      tone="warn"
      title={
        <>
          Unlocked until <DateTime at={until} time />
        </>
      }
    >
      HR manages this person. <bdi>{by}</bdi> unlocked the person on <DateTime at={at} time />:{' '}
      <bdi>{reason}</bdi>
      <span className="block">{PERSON_TEXTS.changeInHr()}</span>
      {lock.error && (
        <span role="alert" className="mt-2 block font-medium">
          {lock.error.message}
        </span>
      )}
      {unlocks && (
        <span className="mt-2 block">
          <Button size="small" busy={lock.isPending} onClick={() => lock.mutate()}>
            <Lock aria-hidden className="size-3.5" />
            Lock Now
          </Button>
        </span>
      )}
    </Callout>
  );
}
