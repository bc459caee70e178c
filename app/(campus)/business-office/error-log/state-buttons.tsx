'use client';

import { Button } from '../../../../components/ui/button.tsx';
import type { ErrorState } from '../../../../lib/error-log/schema.ts';

const VERBS: Record<ErrorState, string> = { resolved: 'Resolve', ignored: 'Ignore', open: 'Reopen' };
const ORDER = ['resolved', 'ignored', 'open'] as const;

/** *Resolve*, *Ignore* and *Reopen*. `now` is the state that all the entries have, if it is one. */
export const StateButtons = ({
  now,
  what,
  busy,
  onChange,
}: {
  now?: ErrorState;
  /** What changes, for the buttons' names: *Resolve all matches*. */
  what: string;
  busy: boolean;
  onChange: (state: ErrorState) => void;
}) => (
  <>
    {ORDER.filter((state) => state !== now).map((state) => (
      <Button key={state} size="small" disabled={busy} onClick={() => onChange(state)}>
        {VERBS[state]}
        <span className="sr-only"> {what}</span>
      </Button>
    ))}
  </>
);
