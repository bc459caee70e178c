'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import { type AlertSettings, alertSettingsSchema } from '../../../../lib/alerts/schema.ts';
import { limitsQuery } from './queries.ts';
import { NOTIFICATION_TEXTS } from './texts.ts';

const FIELDS = [
  ['errorLimit', 'Limit of open errors', NOTIFICATION_TEXTS.errorLimit()],
  ['errorHours', 'Hours to look back', NOTIFICATION_TEXTS.errorHours()],
  ['silentDays', 'Days without a call', NOTIFICATION_TEXTS.silentDays()],
] as const;

/** When Campus notifies of errors and of vendors that have stopped calling. */
export function LimitsCard() {
  const query = useQuery(limitsQuery);
  return (
    <Card aria-labelledby="limits" className="mt-6">
      <CardHeader>
        <div>
          <CardTitle id="limits">Errors and silent vendors</CardTitle>
          <p className="text-muted text-xs">{NOTIFICATION_TEXTS.limits()}</p>
        </div>
      </CardHeader>
      {query.isError && !query.data && <QueryError query={query} />}
      {!query.data && !query.isError && <Skeleton className="m-5 h-16" />}
      {query.data && <LimitsForm key={JSON.stringify(query.data)} limits={query.data} />}
    </Card>
  );
}

function LimitsForm({ limits }: { limits: AlertSettings }) {
  const cache = useQueryClient();
  const [faults, setFaults] = useState<Partial<Record<keyof AlertSettings, string>>>({});
  const save = useMutation({
    mutationFn: (body: AlertSettings) => adminCall('PUT /notifications/limits', { body }),
    onSuccess: (saved) => {
      cache.setQueryData(limitsQuery.queryKey, saved);
      toast('success', NOTIFICATION_TEXTS.limitsSaved());
    },
    onError: (error) => toast('error', error.message),
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (save.isPending) return;
    const typed = new FormData(event.currentTarget);
    const read = Object.fromEntries(FIELDS.map(([name]) => [name, numberOf(typed.get(name))]));
    const { data, error } = alertSettingsSchema.safeParse(read);
    setFaults(Object.fromEntries((error?.issues ?? []).map(({ path: [name] }) => [name, needed(name)])));
    if (data) save.mutate(data);
  };
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col items-start gap-4 p-4 sm:p-5">
      <div className="grid gap-4 sm:grid-cols-3">
        {FIELDS.map(([name, label, help]) => (
          <Field
            key={name}
            label={label}
            name={name}
            help={help}
            error={faults[name]}
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            defaultValue={limits[name]}
          />
        ))}
      </div>
      <Button type="submit" busy={save.isPending}>
        Save limits
      </Button>
    </form>
  );
}

const numberOf = (typed: unknown): number =>
  /^\d+$/.test(String(typed).trim()) ? Number(typed) : Number.NaN;

function needed(name: PropertyKey | undefined): string {
  const { minValue, maxValue } = alertSettingsSchema.shape[name as keyof AlertSettings];
  return NOTIFICATION_TEXTS.numberNeeded(minValue ?? 0, maxValue ?? 0);
}
