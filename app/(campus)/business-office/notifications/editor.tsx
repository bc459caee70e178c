'use client';

import { useState } from 'react';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { ConfirmDialog } from '../../../../components/ui/confirm-dialog.tsx';
import { SelectField } from '../../../../components/ui/select-field.tsx';
import type { Notification } from '../../../../lib/notify/schema.ts';
import { NOTIFICATION_TYPES, type NotificationType } from '../../../../lib/notify/types.ts';
import { type Recipient, RecipientChips } from './recipient-chips.tsx';
import { RecipientPicker } from './recipient-picker.tsx';
import { NOTIFICATION_TEXTS } from './texts.ts';
import { useSave } from './use-save.ts';

/** Creates or edits a notification. Saving one without recipients deletes it (NOT-3). */
export function Editor({
  notification,
  missing,
  onClose,
}: {
  /** Undefined for a new one. */
  notification: Notification | undefined;
  missing: string | undefined;
  onClose: () => void;
}) {
  const [type, setType] = useState<NotificationType>(notification?.type ?? NOTIFICATION_TYPES[0]);
  const [recipients, setRecipients] = useState<Recipient[]>(notification?.recipients ?? []);
  const [fault, setFault] = useState<string>();
  const [deleting, setDeleting] = useState(false);
  const save = useSave(notification?.id, onClose);
  const title = notification ? 'Edit notification' : 'New notification';
  const send = () => save.mutate({ type, recipients: recipients.map(({ id }) => id) });
  const onSave = () => {
    if (recipients.length > 0) return send();
    if (notification) setDeleting(true);
    else setFault(NOTIFICATION_TEXTS.chooseRecipient());
  };
  const change = (next: Recipient[]) => {
    setRecipients(next);
    setFault(undefined);
  };
  return (
    <Card aria-labelledby="editor">
      <CardHeader>
        <CardTitle id="editor">{title}</CardTitle>
      </CardHeader>
      <form
        noValidate
        className="flex flex-col gap-4 px-4 py-4 sm:px-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) onSave();
        }}
      >
        <SelectField
          label="Type"
          autoFocus
          className="max-w-sm"
          value={type}
          help={NOTIFICATION_TEXTS.explained[type]}
          options={NOTIFICATION_TYPES.map((value) => ({ value, label: value }))}
          onChange={(event) => setType(event.target.value as NotificationType)}
        />
        <div>
          <RecipientPicker
            recipients={recipients}
            onChange={change}
            error={fault}
            disabled={missing !== undefined}
            help={NOTIFICATION_TEXTS.recipientsHelp(missing)}
          />
          <RecipientChips recipients={recipients} onChange={change} />
        </div>
        {save.error && (
          <Callout tone="bad" role="alert" title={save.error.message}>
            {save.error.errors.map((error) => error.hint ?? error.message).join(' ')}
          </Callout>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" kind="primary" busy={save.isPending}>
            Save
          </Button>
          <Button onClick={onClose}>Close</Button>
        </div>
      </form>
      <ConfirmDialog
        open={deleting}
        danger
        title="Delete this notification?"
        action="Delete notification"
        onConfirm={send}
        onClose={() => setDeleting(false)}
      >
        <p>{NOTIFICATION_TEXTS.willBeDeleted()}</p>
      </ConfirmDialog>
    </Card>
  );
}
