'use client';

import { type FormEvent, useState } from 'react';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import { Button } from '../../../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../../../components/ui/card.tsx';
import { Choice } from '../../../../../components/ui/choice.tsx';
import { Field } from '../../../../../components/ui/field.tsx';
import type { SyncSettings } from '../../../../../lib/sync/settings.ts';
import { GUARD_TEXTS } from './texts.ts';
import { useGuardCall } from './use-guard-call.ts';

/** What counts as a difference, what stays, and how large a commit HR waits for (ID-6, SYNC-11, SYNC-8). */
export function SettingsCard({ settings }: { settings: SyncSettings }) {
  const [chosen, setChosen] = useState(settings);
  const [limit, setLimit] = useState(settings.commitLimit === null ? '' : String(settings.commitLimit));
  const [fault, setFault] = useState<string>();
  const save = useGuardCall(
    (body: SyncSettings) => adminCall('PUT /sync/settings', { body }),
    GUARD_TEXTS.settingsSaved(),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const typed = limit.trim();
    const isLimit = /^([1-9]\d{0,5})?$/.test(typed);
    setFault(isLimit ? undefined : GUARD_TEXTS.commitLimitNeeded());
    if (isLimit) save.mutate({ ...chosen, commitLimit: typed === '' ? null : Number(typed) });
  };
  return (
    <Card aria-labelledby="settings">
      <CardHeader>
        <div>
          <CardTitle id="settings">Settings</CardTitle>
          <p className="text-muted text-xs">{GUARD_TEXTS.settings()}</p>
        </div>
      </CardHeader>
      <form noValidate onSubmit={onSubmit} className="flex flex-col items-start gap-4 px-4 py-4 sm:px-5">
        <Choice
          type="checkbox"
          label="An initial is not a change"
          help={GUARD_TEXTS.initialIsNoChange()}
          checked={chosen.initialIsNoChange}
          onChange={(event) => setChosen({ ...chosen, initialIsNoChange: event.target.checked })}
        />
        <Choice
          type="checkbox"
          label="Keep positions that HR leaves out"
          help={GUARD_TEXTS.keepUnlistedPositions()}
          checked={chosen.keepUnlistedPositions}
          onChange={(event) => setChosen({ ...chosen, keepUnlistedPositions: event.target.checked })}
        />
        <Field
          label="Largest commit that HR may wait for"
          help={GUARD_TEXTS.commitLimit()}
          className="w-72"
          inputMode="numeric"
          autoComplete="off"
          value={limit}
          error={fault}
          onChange={(event) => setLimit(event.target.value)}
        />
        <Button type="submit" kind="primary" busy={save.isPending}>
          Save settings
        </Button>
      </form>
    </Card>
  );
}
