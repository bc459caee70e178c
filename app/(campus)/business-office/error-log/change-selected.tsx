'use client';

import { Button } from '../../../../components/ui/button.tsx';
import { useChangeState } from './change-state.ts';
import { StateButtons } from './state-buttons.tsx';
import { ERROR_LOG_TEXTS } from './texts.ts';

/** Changes the state of the selected entries. Below the filters in place of the buttons for all that match. */
export function ChangeSelected({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const change = useChangeState();
  return (
    <section
      aria-label="Selected errors"
      className="flex flex-wrap items-center gap-2 border-line border-b bg-accent-soft px-4 py-2 text-xs sm:px-5 print:hidden"
    >
      <p role="status" className="mr-1 font-medium tabular-nums">
        {ERROR_LOG_TEXTS.selected(ids.length)}
      </p>
      <StateButtons
        what="the selected errors"
        busy={change.isPending}
        onChange={(state) => change.mutate({ state, entries: { ids } }, { onSuccess: onDone })}
      />
      <Button size="small" kind="quiet" onClick={onDone}>
        Clear selection
      </Button>
    </section>
  );
}
