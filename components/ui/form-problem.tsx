'use client';

import { useEffect, useRef } from 'react';
import { Callout } from './callout.tsx';
import { type Refusal, saidByFields } from './said-by-fields.ts';

/** Why a form was refused. If its fields say that already, it isn't said twice: the first of them gets the focus, which reads it aloud. */
export function FormProblem({
  error,
  fields,
}: {
  error: Refusal | null;
  /** Those that show their errors, as pointers without the first `/`. */
  fields: readonly string[];
}) {
  const place = useRef<HTMLSpanElement>(null);
  const said = error !== null && saidByFields(error, fields);
  useEffect(() => {
    if (!said || !error) return;
    place.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [said, error]);
  if (!error) return null;
  if (said) return <span hidden ref={place} />;
  return (
    <Callout tone="bad" role="alert">
      {error.message}
    </Callout>
  );
}
