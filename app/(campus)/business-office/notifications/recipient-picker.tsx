'use client';

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ChoicesField } from '../../../../components/ui/choices-field.tsx';
import { candidatesQuery } from './queries.ts';
import type { Recipient } from './recipient-chips.tsx';
import { NOTIFICATION_TEXTS } from './texts.ts';

/** Finds users by name, username or the drop-down (NOT-2). The chosen ones are shown as chips. */
export function RecipientPicker({
  recipients,
  onChange,
  error,
  help,
  disabled,
}: {
  recipients: Recipient[];
  onChange: (recipients: Recipient[]) => void;
  error: string | undefined;
  help: string;
  disabled: boolean;
}) {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useQuery({ ...candidatesQuery(asked), enabled: !disabled });
  // Matches of an earlier text are not offered: Enter would choose the wrong user.
  const data = asked === text.trim() ? found.data : undefined;
  const users = data?.data ?? [];
  const choose = (id: string) => {
    const user = users.find((candidate) => candidate.id === id);
    if (!user) return;
    const others = recipients.filter((recipient) => recipient.id !== id);
    onChange(others.length < recipients.length ? others : [...recipients, user]);
  };
  return (
    <ChoicesField
      label="Recipients"
      placeholder="Name or username"
      className="max-w-lg"
      {...{ help, error, disabled, text }}
      onText={setText}
      choices={users.map(({ id, name, username }) => ({ id, name, note: username }))}
      chosen={recipients.map(({ id }) => id)}
      onChoose={({ id }) => choose(id)}
      note={noteOn(found.isError, data)}
    />
  );
}

function noteOn(failed: boolean, data: { data: unknown[]; more: boolean } | undefined): string | undefined {
  if (failed) return NOTIFICATION_TEXTS.usersNotLoaded();
  if (!data) return 'Loading…';
  if (data.data.length === 0) return NOTIFICATION_TEXTS.noUsersMatch();
  return data.more ? NOTIFICATION_TEXTS.moreUsersMatch() : undefined;
}
