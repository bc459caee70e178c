'use client';

import { DateTime } from '../../../../components/dates.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import type { ErrorRow } from '../../../../lib/error-log/schema.ts';
import { useChangeState } from './change-state.ts';
import { StateButtons } from './state-buttons.tsx';
import { STATE_NAMES } from './texts.ts';

/** The state of an entry, who decided it and when, and the buttons that change it. */
export function EntryState({ entry: { id, state, stateBy, stateAt, message } }: { entry: ErrorRow }) {
  const change = useChangeState();
  return (
    <span className="block min-w-24">
      <Badge tone={state === 'open' ? 'warn' : 'neutral'}>{STATE_NAMES[state]}</Badge>
      {state !== 'open' && stateAt && (
        <span className="block text-muted text-xs">
          <bdi>{stateBy}</bdi>, <DateTime at={stateAt} time />
        </span>
      )}
      <span className="mt-1 flex flex-wrap gap-1 print:hidden">
        <StateButtons
          now={state}
          what={`“${message.slice(0, 60)}”`}
          busy={change.isPending}
          onChange={(to) => change.mutate({ state: to, entries: { ids: [id] } })}
        />
      </span>
    </span>
  );
}
