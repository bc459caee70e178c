'use client';

import { useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { ConfirmDialog } from '../../../../components/ui/confirm-dialog.tsx';
import type { SingleSignOn } from '../../../../lib/single-sign-on/schema.ts';
import { SIGN_ON_TEXTS } from './texts.ts';
import { useSignOnCall } from './use-sign-on-call.ts';

/** Whether single sign-on is on. */
export function StateCard({
  settings,
  provider: { enabled, passwordsOff, testedAt },
}: {
  settings: SingleSignOn;
  provider: NonNullable<SingleSignOn['provider']>;
}) {
  const [asking, setAsking] = useState(false);
  const emergencyAdmins = settings.emergencyAdmins.filter(({ chosen }) => chosen).map(({ id }) => id);
  const set = useSignOnCall(
    (on: boolean) =>
      adminCall('PUT /single-sign-on/state', { body: { enabled: on, passwordsOff, emergencyAdmins } }),
    SIGN_ON_TEXTS.switched,
  );
  return (
    <Card aria-label="State">
      <CardHeader>
        <CardTitle>State</CardTitle>
        {enabled ? <Badge tone="good">On</Badge> : <Badge>Off</Badge>}
      </CardHeader>
      <div className="flex flex-col gap-3 p-4 sm:px-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0 flex-1 basis-80 text-pretty">
            {enabled
              ? `${SIGN_ON_TEXTS.on(settings.linkedUsers)} ${passwordsOff ? SIGN_ON_TEXTS.passwordsOff() : SIGN_ON_TEXTS.passwordsOn()}`
              : SIGN_ON_TEXTS.off()}{' '}
            {testedAt ? SIGN_ON_TEXTS.tested() : SIGN_ON_TEXTS.neverTested()}
          </p>
          <Button busy={set.isPending} onClick={() => setAsking(true)}>
            {enabled ? 'Switch off' : 'Switch on'}
          </Button>
        </div>
        {set.error && (
          <Callout tone="bad" role="alert">
            {set.error.message}
          </Callout>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        title={enabled ? 'Switch single sign-on off?' : 'Switch single sign-on on?'}
        action={enabled ? 'Switch off' : 'Switch on'}
        danger={enabled}
        onClose={() => setAsking(false)}
        onConfirm={() => set.mutate(!enabled)}
      >
        <p>{enabled ? SIGN_ON_TEXTS.willSwitchOff() : SIGN_ON_TEXTS.willSwitchOn()}</p>
      </ConfirmDialog>
    </Card>
  );
}
