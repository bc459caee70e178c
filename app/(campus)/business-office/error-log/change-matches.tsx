'use client';

import { useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { ConfirmDialog } from '../../../../components/ui/confirm-dialog.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import type { ErrorState, Narrowing } from '../../../../lib/error-log/schema.ts';
import { useChangeState } from './change-state.ts';
import { StateButtons } from './state-buttons.tsx';
import { ERROR_LOG_TEXTS } from './texts.ts';

interface Asked {
  state: ErrorState;
  entries: number;
  /** What comes in after the question is not changed. */
  until: string;
}

/** Changes the state of all entries that match the filters, after a question that says how many they are. */
export function ChangeMatches({ asked }: { asked: Narrowing }) {
  const [question, setQuestion] = useState<Asked>();
  const change = useChangeState();
  const ask = async (state: ErrorState) => {
    try {
      const { total, at } = await adminCall('GET /error-log/count', { query: asked });
      setQuestion({ state, entries: total, until: at });
    } catch (problem) {
      toast('error', problem instanceof Error ? problem.message : String(problem));
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2 text-muted text-xs sm:px-5 print:hidden">
      All matches:
      <StateButtons now={asked.state} what="all matches" busy={change.isPending} onChange={ask} />
      {question && (
        <ConfirmDialog
          open
          title="Change all matches?"
          action="Change them"
          onClose={() => setQuestion(undefined)}
          onConfirm={() =>
            change.mutate({
              state: question.state,
              entries: { matching: asked, until: question.until },
            })
          }
        >
          {ERROR_LOG_TEXTS.confirm(question.entries)}
        </ConfirmDialog>
      )}
    </div>
  );
}
