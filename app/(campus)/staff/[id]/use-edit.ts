'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { toast } from '../../../../components/ui/toast.ts';
import type { Person } from '../../../../lib/people/person.ts';
import { personQuery } from './queries.ts';

/** Opens, saves and closes a section's form. The focus then returns to *Edit*. */
export function useEdit(person: Person) {
  const client = useQueryClient();
  const button = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !editing) button.current?.focus();
    was.current = editing;
  }, [editing]);
  const save = useMutation({
    mutationFn: (send: () => Promise<Person>) => send(),
    onSuccess: (saved) => {
      client.setQueryData(personQuery(person.id).queryKey, saved);
      setEditing(false);
      toast('success', 'Saved.');
      client.invalidateQueries({ queryKey: ['staff', 'directory'] });
      client.invalidateQueries({ queryKey: ['home'] });
    },
  });
  const close = () => {
    save.reset();
    setEditing(false);
  };
  return {
    editing,
    button,
    save,
    open: () => setEditing(true),
    close,
    /** Reloads the person, after somebody else's change. */
    refresh: () => {
      close();
      client.invalidateQueries({ queryKey: personQuery(person.id).queryKey });
    },
    errorAt: (pointer: string) => save.error?.errors.find((error) => error.pointer === pointer)?.message,
  };
}
export type Editing = ReturnType<typeof useEdit>;
