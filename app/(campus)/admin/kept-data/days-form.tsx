'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { ConfirmDialog } from '../../../../components/ui/confirm-dialog.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../../../lib/retention/kinds.ts';
import type { DaysOfKinds, KeptData } from '../../../../lib/retention/schema.ts';
import { RETENTION_TEXTS } from '../../../../lib/retention/texts.ts';
import { DaysField } from './days-field.tsx';
import { keptDataQuery } from './queries.ts';
import { KIND_LABELS, KEPT_DATA_TEXTS as TEXTS } from './texts.ts';
import { readTyped, type Typed } from './typed.ts';

type Kept = KeptData['data'][number];

const typedOf = (kept: readonly Kept[]): Typed =>
  Object.fromEntries(kept.map(({ kind, days, chosen }) => [kind, chosen ? String(days) : ''])) as Typed;

/** The days of each kind. Before any get fewer, it says what is lost. */
export function DaysForm({ kept }: { kept: Kept[] }) {
  const cache = useQueryClient();
  const [typed, setTyped] = useState(() => typedOf(kept));
  const [faults, setFaults] = useState<Partial<Record<Kind, string>>>({});
  const [asking, setAsking] = useState<DaysOfKinds>();
  const save = useMutation({
    mutationFn: (body: DaysOfKinds) => adminCall('PUT /retention', { body }),
    onSuccess: (saved) => {
      cache.setQueryData(keptDataQuery().queryKey, saved);
      setTyped(typedOf(saved.data));
      toast('success', TEXTS.saved());
    },
  });
  const isNow = (kind: Kind) => kept.find((one) => one.kind === kind)?.days ?? KINDS[kind].days;
  const shorter = (days: DaysOfKinds) =>
    KIND_NAMES.filter((kind) => (days[kind] ?? KINDS[kind].days) < isNow(kind));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const read = readTyped(typed);
    setFaults(read.faults);
    if (!read.days) return;
    if (shorter(read.days).length > 0) setAsking(read.days);
    else save.mutate(read.days);
  };
  return (
    <Card aria-labelledby="days">
      <CardHeader>
        <div>
          <CardTitle id="days">Days</CardTitle>
          <p className="text-muted text-xs">{TEXTS.lastCommit()}</p>
        </div>
      </CardHeader>
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4 px-4 py-4 sm:px-5">
        {save.error && (
          <Callout tone="bad" role="alert">
            {save.error.message}
          </Callout>
        )}
        <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
          {kept.map(({ kind, removedBefore }) => (
            <DaysField
              key={kind}
              kind={kind}
              typed={typed[kind]}
              fault={faults[kind]}
              removedBefore={removedBefore}
              onType={(text) => setTyped({ ...typed, [kind]: text })}
            />
          ))}
        </div>
        <Button type="submit" kind="primary" busy={save.isPending} className="self-start">
          Save days
        </Button>
      </form>
      <ConfirmDialog
        open={asking !== undefined}
        title="Keep data for fewer days?"
        action="Save days"
        danger
        onClose={() => setAsking(undefined)}
        onConfirm={() => asking && save.mutate(asking)}
      >
        <ul className="flex flex-col gap-2">
          {asking &&
            shorter(asking).map((kind) => (
              <li key={kind}>
                <strong className="font-semibold text-ink">
                  {TEXTS.shorter(KIND_LABELS[kind], isNow(kind), asking[kind] ?? KINDS[kind].days)}
                </strong>{' '}
                {RETENTION_TEXTS.lost(kind)}
              </li>
            ))}
        </ul>
        <p>{TEXTS.within()}</p>
      </ConfirmDialog>
    </Card>
  );
}
