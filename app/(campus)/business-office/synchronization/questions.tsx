'use client';

import { useQuery } from '@tanstack/react-query';
import { ConfirmDialog } from '../../../../components/ui/confirm-dialog.tsx';
import type { SyncOverview } from '../../../../lib/sync/overview.ts';
import type { SyncRun } from '../../../../lib/sync/schema.ts';
import { CommitDialog } from './commit-dialog.tsx';
import { stagingQuery } from './queries.ts';
import { TEXTS } from './texts.ts';

export type Question = 'restart' | 'commit' | 'cancel';

/** The confirmations before steps that can't be undone (SYNC-4, SYNC-12). */
export default function Questions({
  asked,
  run,
  offHours,
  onConfirm,
  onClose,
}: {
  asked: Question | null;
  run: SyncRun | null;
  offHours: SyncOverview['offHours'];
  onConfirm: (question: Question) => void;
  onClose: () => void;
}) {
  const received = run ? run.staffTransferred + run.setAside : 0;
  const staging = useQuery({ ...stagingQuery, enabled: asked === 'restart' && received > 0 });
  const others = staging.data?.data.filter(({ own }) => !own) ?? [];

  const ask = (question: Question) => ({
    open: asked === question,
    onClose,
    onConfirm: () => onConfirm(question),
  });
  return (
    <>
      <CommitDialog
        open={asked === 'commit'}
        runId={asked === 'commit' ? (run?.runId ?? null) : null}
        staff={run?.staffTransferred ?? 0}
        offHours={offHours}
        onNow={() => onConfirm('commit')}
        onClose={onClose}
      />
      <ConfirmDialog
        title="Restart Transfer"
        action="Restart Transfer"
        danger={received > 0}
        {...ask('restart')}
      >
        {received > 0 ? (
          <p>
            <strong className="font-semibold text-ink">{TEXTS.willBeDiscarded(received)}</strong>{' '}
            {others.length > 0 && TEXTS.stagedByOthers(others)} {TEXTS.restartsAll()}
          </p>
        ) : (
          <p>{TEXTS.nothingIsLost()}</p>
        )}
      </ConfirmDialog>
      <ConfirmDialog title="Cancel the commit" action="Cancel the commit" danger {...ask('cancel')}>
        <p>{TEXTS.committedSoFar(run?.job?.processed ?? 0, run?.job?.total ?? 0)}</p>
      </ConfirmDialog>
    </>
  );
}
