'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type AdminProblem, adminCall } from '../../../../components/query/admin-call.ts';
import { toast } from '../../../../components/ui/toast.ts';
import type { Person } from '../../../../lib/people/person.ts';
import { personQuery } from './queries.ts';

export type SectionPath = 'demographics' | 'employments' | 'positions';

/** Opens and closes a section's form, and saves it. The focus goes back to *Edit*. */
export function useEdit(person: Person, path: SectionPath) {
  const client = useQueryClient();
  const button = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !editing) button.current?.focus();
    was.current = editing;
  }, [editing]);
  const save = useMutation<Person, AdminProblem, Record<string, unknown>>({
    mutationFn: (edit) => adminCall('PUT', `/staff/${person.id}/${path}`, { rev: person.rev, ...edit }),
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
    /** After somebody else's change: the state as it is now. */
    refresh: () => {
      close();
      client.invalidateQueries({ queryKey: personQuery(person.id).queryKey });
    },
    errorAt: (pointer: string) => save.error?.errors.find((error) => error.pointer === pointer)?.message,
  };
}
export type Editing = ReturnType<typeof useEdit>;
