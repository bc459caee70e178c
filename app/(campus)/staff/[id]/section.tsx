'use client';

import { Lock, Pencil } from 'lucide-react';
import { type ReactNode, type RefObject, useId } from 'react';
import { Button } from '../../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import { PERSON_TEXTS } from './texts.ts';

/** A section of the page, with *Edit* or the reason why it is missing. */
export function Section({
  title,
  note,
  edit,
  children,
}: {
  title: string;
  note?: ReactNode;
  edit?: {
    person: Person;
    /** Why the user can't edit; null if they can. */
    lacking: string | null;
    editing: boolean;
    onEdit: () => void;
    button: RefObject<HTMLButtonElement | null>;
  };
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Card aria-labelledby={id} className="min-w-0">
      <CardHeader>
        <CardTitle id={id}>{title}</CardTitle>
        {edit && <EditOrWhyNot title={title} {...edit} />}
        {note && <span className="text-muted text-xs">{note}</span>}
      </CardHeader>
      {children}
    </Card>
  );
}

function EditOrWhyNot({
  title,
  person,
  lacking,
  editing,
  onEdit,
  button,
}: { title: string } & NonNullable<Parameters<typeof Section>[0]['edit']>) {
  if (person.hrManaged && !person.unlock)
    return (
      <span className="flex items-center gap-1.5 text-muted text-xs">
        <Lock aria-hidden className="size-3.5" />
        {PERSON_TEXTS.readOnly()}
      </span>
    );
  if (lacking) return <span className="text-muted text-xs">{lacking}</span>;
  if (editing) return null;
  return (
    <Button ref={button} size="small" aria-label={`Edit ${title}`} onClick={onEdit}>
      <Pencil aria-hidden className="size-3.5" />
      Edit
    </Button>
  );
}
