'use client';

import { type FormEvent, useId, useState } from 'react';
import { formatDate, formatTime, useTimeZone } from '../../../../components/dates.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Choice } from '../../../../components/ui/choice.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import type { SyncOverview } from '../../../../lib/sync/overview.ts';
import { CommitForecast } from './commit-forecast.tsx';
import { STEP } from './steps.ts';
import { TEXTS } from './texts.ts';
import { useSchedule } from './use-schedule.ts';

type When = 'now' | 'time' | 'offHours';

/** Confirms the commit and asks when it starts: now, at a time, or off hours (SYNC-12). */
export function CommitDialog({
  open,
  runId,
  staff,
  offHours,
  onNow,
  onClose,
}: {
  open: boolean;
  /** Of the validated run; null where there is none. */
  runId: string | null;
  /** Staff transferred. The records set aside are among the refused. */
  staff: number;
  offHours: SyncOverview['offHours'];
  onNow: () => void;
  onClose: () => void;
}) {
  const zone = useTimeZone();
  const form = useId();
  const [when, setWhen] = useState<When>('now');
  const [at, setAt] = useState('');
  const [fault, setFault] = useState<string>();
  const { schedule } = useSchedule(onClose);
  const radio = (value: When) => ({
    type: 'radio' as const,
    name: 'when',
    checked: when === value,
    onChange: () => setWhen(value),
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (schedule.isPending) return;
    if (when === 'now') {
      onClose();
      onNow();
    } else if (when === 'offHours') schedule.mutate({ when });
    else if (at) schedule.mutate({ when, at: at.slice(0, 16) });
    else setFault(TEXTS.timeNeeded());
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Commit"
      description={
        <div className="flex flex-col gap-2">
          <p>{STEP.commit.words[0]}</p>
          <p>{TEXTS.willBeCommitted(staff)}</p>
          {runId && <CommitForecast runId={runId} />}
          <p>{TEXTS.canBeUndone()}</p>
        </div>
      }
      footer={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button type="submit" form={form} kind="primary" busy={schedule.isPending}>
            {when === 'now' ? 'Commit' : 'Schedule'}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={onSubmit} className="mt-4">
        <fieldset>
          <legend className="sr-only">When</legend>
          <Choice label="Now" {...radio('now')} />
          <Choice
            label="In the next off-hours window"
            help={windowInWords(offHours, zone)}
            {...radio('offHours')}
          />
          <Choice label="At a time" {...radio('time')} />
        </fieldset>
        {when === 'time' && (
          <Field
            type="datetime-local"
            label="Date and time"
            help={TEXTS.timeOfCommit(zone)}
            className="mt-2 max-w-72"
            value={at}
            error={fault ?? schedule.error?.errors?.find(({ pointer }) => pointer === '/at')?.message}
            onChange={(event) => {
              setAt(event.target.value);
              setFault(undefined);
              schedule.reset();
            }}
          />
        )}
        {when !== 'now' && <p className="mt-3 text-pretty text-muted text-xs">{TEXTS.willValidateAgain()}</p>}
      </form>
    </Dialog>
  );
}

function windowInWords({ from, to }: SyncOverview['offHours'], zone: string): string {
  const [begins, ends] = [formatDate(from, zone), formatDate(to, zone)];
  return `${begins} ${formatTime(from, zone)} to ${begins === ends ? '' : `${ends} `}${formatTime(to, zone)}`;
}
