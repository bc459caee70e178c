'use client';

import { type FormEvent, useId, useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Choice } from '../../../../components/ui/choice.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { FormProblem } from '../../../../components/ui/form-problem.tsx';
import { TOOL_RIGHTS } from '../../../../lib/access/rights.ts';
import type { NewUser, User } from '../../../../lib/users/schema.ts';
import { InvitationDialog } from './invitation-dialog.tsx';
import { PasswordChoice } from './password-choice.tsx';
import { USER_TEXTS } from './texts.ts';
import { useUserCall } from './use-user-call.ts';

const EDITED = ['name', 'email'];

/** Creates a user, or edits the name and tool rights of one. */
export function UserDialog({ user, onClose }: { user?: User; onClose: () => void }) {
  const form = useId();
  const { call, errorAt } = useUserCall(onClose);
  const [byLink, setByLink] = useState(true);
  const [made, setMade] = useState<NewUser>();
  if (made?.invitation)
    return <InvitationDialog name={made.name} invitation={made.invitation} onClose={onClose} />;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (call.isPending) return;
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '');
    // A disabled checkbox is missing from the form's data.
    const rights = TOOL_RIGHTS.filter(
      (right) => data.getAll('rights').includes(right) || (user?.self && right === 'User Security'),
    );
    const name = text('name');
    const email = text('email');
    call.mutate(
      user
        ? {
            send: () =>
              adminCall('PUT /users/{id}', {
                params: { id: user.id },
                body: { name, email, rights, disabled: user.disabled },
              }),
            done: USER_TEXTS.saved(),
          }
        : {
            send: async () => {
              const password = byLink ? undefined : text('password');
              setMade(
                await adminCall('POST /users', {
                  body: { username: text('username'), password, name, email, rights },
                }),
              );
            },
            done: byLink ? USER_TEXTS.linkMade(name) : USER_TEXTS.created(name),
            stays: byLink,
          },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={user ? `Edit ${user.username}` : 'New user'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} kind="primary" busy={call.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} method="post" noValidate onSubmit={save} className="mt-3 flex flex-col gap-4">
        <FormProblem error={call.error} fields={user ? EDITED : [...EDITED, 'username', 'password']} />
        {!user && (
          <>
            <Field
              label="Username"
              name="username"
              required
              maxLength={100}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              error={errorAt('username')}
              help={USER_TEXTS.username()}
            />
            <PasswordChoice
              byLink={byLink}
              link="Invite by link"
              error={errorAt('password')}
              onChoose={setByLink}
            />
          </>
        )}
        <Field
          label="Name"
          name="name"
          required
          maxLength={50}
          autoComplete="off"
          defaultValue={user?.name}
          error={errorAt('name')}
          help={USER_TEXTS.name()}
        />
        <Field
          label="E-mail address"
          name="email"
          type="email"
          maxLength={254}
          autoComplete="off"
          defaultValue={user?.email ?? ''}
          error={errorAt('email')}
          help={USER_TEXTS.email()}
        />
        <fieldset>
          <legend className="mb-1 font-medium">Tool rights</legend>
          <div className="grid gap-x-4 sm:grid-cols-2">
            {TOOL_RIGHTS.map((right) => {
              const own = user?.self === true && right === 'User Security';
              return (
                <Choice
                  key={right}
                  type="checkbox"
                  name="rights"
                  value={right}
                  defaultChecked={user?.rights.includes(right)}
                  disabled={own}
                  label={right}
                  help={own ? USER_TEXTS.ownRight() : undefined}
                />
              );
            })}
          </div>
        </fieldset>
      </form>
    </Dialog>
  );
}
