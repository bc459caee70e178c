'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../../components/query/admin-call.ts';
import { QueryError } from '../../../components/query/query-error.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { Callout } from '../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../components/ui/card.tsx';
import { Choice } from '../../../components/ui/choice.tsx';
import { Skeleton } from '../../../components/ui/skeleton.tsx';
import { toast } from '../../../components/ui/toast.ts';
import { CHOSEN_MAIL_TYPES } from '../../../lib/mail/chosen-types.ts';
import { MAIL_TYPE_NAMES, OWN_MAIL_TEXTS } from './mail-texts.ts';
import { OwnAddress } from './own-address.tsx';
import { ownMailQuery } from './queries.ts';

/** What one gets by e-mail, and where. */
export function OwnMail() {
  const cache = useQueryClient();
  const query = useQuery(ownMailQuery());
  const save = useMutation({
    mutationFn: (types: (typeof CHOSEN_MAIL_TYPES)[number][]) =>
      adminCall('PUT /account/mail', { body: { types } }),
    onSuccess: (saved) => {
      cache.setQueryData(ownMailQuery().queryKey, saved);
      toast('success', OWN_MAIL_TEXTS.saved());
    },
    onError: (error) => toast('error', error.message),
  });
  const mail = query.data;
  return (
    <Card aria-label="E-mails to you" className="mt-6">
      <CardHeader>
        <CardTitle>E-mails to you</CardTitle>
      </CardHeader>
      {query.isError && !mail && <QueryError query={query} />}
      {!mail && !query.isError && <Skeleton className="m-5 h-16" />}
      {mail && (
        <div className="flex flex-col gap-4 p-4 sm:p-5">
          {!mail.sendsMail && <Callout tone="warn">{OWN_MAIL_TEXTS.notSetUp()}</Callout>}
          <OwnAddress key={mail.email} email={mail.email} />
          <form
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              const chosen = new FormData(event.currentTarget).getAll('types');
              if (!save.isPending) save.mutate(CHOSEN_MAIL_TYPES.filter((type) => chosen.includes(type)));
            }}
          >
            <fieldset>
              <legend className="mb-1 font-medium">Get an e-mail when</legend>
              {CHOSEN_MAIL_TYPES.map((type) => (
                <Choice
                  key={`${type} ${mail.types.includes(type)}`}
                  type="checkbox"
                  name="types"
                  value={type}
                  defaultChecked={mail.types.includes(type)}
                  label={MAIL_TYPE_NAMES[type]}
                />
              ))}
            </fieldset>
            <Button type="submit" busy={save.isPending} className="self-start">
              Change choice
            </Button>
          </form>
        </div>
      )}
    </Card>
  );
}
