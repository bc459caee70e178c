'use client';

import { useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { Choice } from '../../../../components/ui/choice.tsx';
import { ConfirmDialog } from '../../../../components/ui/confirm-dialog.tsx';
import type { SingleSignOn } from '../../../../lib/single-sign-on/schema.ts';
import { SIGN_ON_TEXTS } from './texts.ts';
import { useSignOnCall } from './use-sign-on-call.ts';

/** Who can sign in by password whatever happens, and whether others can. */
export function EmergencyCard({
  settings: { emergencyAdmins },
  provider: { enabled, passwordsOff },
}: {
  settings: SingleSignOn;
  provider: NonNullable<SingleSignOn['provider']>;
}) {
  const [chosen, setChosen] = useState(() => emergencyAdmins.filter((one) => one.chosen).map(({ id }) => id));
  const [asking, setAsking] = useState(false);
  const send = (off: boolean) =>
    adminCall('PUT /single-sign-on/state', { body: { enabled, passwordsOff: off, emergencyAdmins: chosen } });
  const save = useSignOnCall(() => send(passwordsOff), SIGN_ON_TEXTS.emergencySaved);
  const turn = useSignOnCall(send, SIGN_ON_TEXTS.turned);
  const refused = save.error ?? turn.error;
  return (
    <Card aria-label="Passwords and emergency admins">
      <CardHeader>
        <CardTitle>Passwords and emergency admins</CardTitle>
        {passwordsOff ? <Badge tone="good">Single sign-on only</Badge> : <Badge>Passwords work</Badge>}
      </CardHeader>
      <div className="flex flex-col gap-3 p-4 sm:px-5">
        <fieldset>
          <legend className="font-medium">Emergency admins</legend>
          <p className="mt-1 mb-2 text-muted text-xs">
            {emergencyAdmins.length === 0 ? SIGN_ON_TEXTS.noCandidates() : SIGN_ON_TEXTS.emergency()}
          </p>
          {emergencyAdmins.map(({ id, name, username }) => (
            <Choice
              key={id}
              type="checkbox"
              label={<bdi>{name}</bdi>}
              help={<bdi>{username}</bdi>}
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
          ))}
        </fieldset>
        {refused && (
          <Callout tone="bad" role="alert">
            {refused.message}
          </Callout>
        )}
        <div className="flex flex-wrap gap-3">
          {emergencyAdmins.length > 0 && (
            <Button busy={save.isPending} onClick={() => save.mutate(undefined)}>
              Save emergency admins
            </Button>
          )}
          {enabled && (
            <Button busy={turn.isPending} onClick={() => setAsking(true)}>
              {passwordsOff ? 'Turn passwords on' : 'Turn passwords off'}
            </Button>
          )}
        </div>
      </div>
      <ConfirmDialog
        open={asking}
        title={passwordsOff ? 'Turn passwords on?' : 'Turn passwords off?'}
        action={passwordsOff ? 'Turn passwords on' : 'Turn passwords off'}
        danger={!passwordsOff}
        onClose={() => setAsking(false)}
        onConfirm={() => turn.mutate(!passwordsOff)}
      >
        <p>{passwordsOff ? SIGN_ON_TEXTS.willTurnOn() : SIGN_ON_TEXTS.willTurnOff()}</p>
      </ConfirmDialog>
    </Card>
  );
}
