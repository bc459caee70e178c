'use client';

import { History } from 'lucide-react';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { Button } from '../../../../components/ui/button.tsx';
import type { Person, Written } from '../../../../lib/people/person.ts';
import { ManagedText } from './origin.tsx';

const Asked = createContext(false);

/**
 * Above the values of a section that HR manages: which call or commit wrote there last (RO-2). A button shows the same
 * for each value, because twelve such notes at once hide the values.
 */
export function Provenance({
  person,
  written,
  children,
}: {
  person: Person;
  written: readonly (Written | null | undefined)[];
  children: ReactNode;
}) {
  const [asked, ask] = useState(false);
  if (!person.hrManaged || written.length === 0) return children;
  return (
    <Asked value={asked}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 pt-3 sm:px-5">
        <ManagedText hrManaged={person.hrManaged} written={latestOf(written)} />
        <Button size="small" kind="quiet" aria-pressed={asked} onClick={() => ask(!asked)}>
          <History aria-hidden className="size-3.5" />
          Who wrote this
        </Button>
      </div>
      {children}
    </Asked>
  );
}

function latestOf(written: readonly (Written | null | undefined)[]): Written | undefined {
  const [latest] = written.filter((one) => one != null).sort((a, b) => b.at.localeCompare(a.at));
  return latest && { ...latest, before: null };
}

/** For a value that HR manages, once asked for: the call or commit that last wrote it, when, and the previous value. */
export function ManagedNote({
  person,
  written,
  empty,
}: {
  person: Person;
  written: Written | null | undefined;
  /** The field has no value. */
  empty?: boolean;
}) {
  const asked = useContext(Asked);
  if (!person.hrManaged || !asked) return null;
  return <ManagedText hrManaged={person.hrManaged} written={written} empty={empty} />;
}
