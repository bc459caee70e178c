'use client';

import { useQueryStates } from 'nuqs';
import { useCallback } from 'react';
import { Card } from '../../../../components/ui/card.tsx';
import { Causes } from './causes.tsx';
import { Entries } from './entries.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { NarrowingBar } from './narrowing-bar.tsx';
import { ERROR_LOG, type ErrorLogState, filtersOf, NO_CAUSE } from './state.ts';

/** The Business Office Error Log below its heading. All its state is in the URL. */
export function ErrorLog() {
  const [state, setState] = useQueryStates(ERROR_LOG, { history: 'replace' });
  const change = useCallback((next: Partial<ErrorLogState>) => setState({ page: null, ...next }), [setState]);
  const asked = filtersOf(state);
  const clear = () => setState(null);
  return (
    <Card aria-label="Error log">
      <NarrowingBar state={state} asked={asked} onChange={change} onClear={clear} />
      {state.grouped ? (
        <Causes
          asked={asked}
          onChoose={(cause) =>
            setState({ cause: cause ?? NO_CAUSE, grouped: null, page: null }, { history: 'push' })
          }
        />
      ) : (
        <Entries
          asked={asked}
          page={state.page}
          onPage={(page) => setState({ page }, { history: 'push' })}
          onOpen={(entry) => setState({ entry })}
          onClear={clear}
        />
      )}
      <EntryDialog id={state.entry} onClose={() => setState({ entry: null })} />
    </Card>
  );
}
