'use client';

import type { ReactNode } from 'react';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import type { Editing } from './use-edit.ts';

/** Around a section's fields while they are edited: what was refused, *Save* and *Cancel*. Escape cancels. */
export function EditForm({
  label,
  edit,
  onSave,
  children,
}: {
  label: string;
  edit: Editing;
  onSave: (form: FormData) => Record<string, unknown>;
  children: ReactNode;
}) {
  const { save } = edit;
  const told = save.error;
  return (
    <form
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate(onSave(new FormData(event.currentTarget)));
      }}
      onKeyDown={(event) => event.key === 'Escape' && edit.close()}
      className="p-4 sm:p-5"
    >
      {told && (
        <Callout tone="bad" role="alert" className="mb-4">
          {told.message}
          {told.status === 409 && told.errors.length === 0 && (
            <span className="mt-2 block">
              <Button size="small" onClick={edit.refresh}>
                Show the new state
              </Button>
            </span>
          )}
          {told.status >= 500 && told.requestId && <span className="block">Request id {told.requestId}</span>}
        </Callout>
      )}
      {children}
      <div className="mt-5 flex gap-2">
        <Button type="submit" kind="primary" busy={save.isPending}>
          Save
        </Button>
        <Button onClick={edit.close}>Cancel</Button>
      </div>
    </form>
  );
}

/** A field's text, null when it is empty. */
export const textOf = (form: FormData, name: string): string | null => {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};
