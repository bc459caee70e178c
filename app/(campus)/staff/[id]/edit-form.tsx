'use client';

import type { ReactNode } from 'react';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import type { Editing } from './use-edit.ts';

/** The form around a section's fields: the error, *Save* and *Cancel*. Escape cancels. */
export function EditForm({
  label,
  edit,
  onSave,
  children,
}: {
  label: string;
  edit: Editing;
  onSave: (form: FormData) => Promise<Person>;
  children: ReactNode;
}) {
  const { save } = edit;
  const problem = save.error;
  return (
    <form
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        if (!save.isPending) save.mutate(() => onSave(form));
      }}
      onKeyDown={(event) => event.key === 'Escape' && edit.close()}
      className="p-4 sm:p-5"
    >
      {problem && (
        <Callout tone="bad" role="alert" className="mb-4">
          {problem.message}
          {problem.status === 409 && problem.errors.length === 0 && (
            <span className="mt-2 block">
              <Button size="small" onClick={edit.refresh}>
                Reload
              </Button>
            </span>
          )}
          {problem.status >= 500 && problem.requestId && (
            <span className="block">Request ID {problem.requestId}</span>
          )}
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
