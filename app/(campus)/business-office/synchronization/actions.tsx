'use client';

import { useState } from 'react';
import { count, counted } from '../../../../components/numbers.ts';
import { Button } from '../../../../components/ui/button.tsx';
import type { SyncRun } from '../../../../lib/sync/schema.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { STEP } from './steps.ts';
import { type SyncAction, useSyncAction } from './use-sync-action.ts';

/**
 * The steps' buttons, whichever step is shown: those that the run's state allows. The next one stands out; one that
 * waits for something says for what.
 */
export function Actions({ run }: { run: SyncRun | null }) {
  const action = useSyncAction();
  const [asked, ask] = useState<'restart' | 'commit' | 'cancel' | null>(null);
  const may = (call: string) => (run ? run.allowed.includes(call) : call === 'start');
  const busy = (which: SyncAction) => action.isPending && action.variables === which;
  const received = run ? run.staffTransferred + run.setAside : 0;
  const take = (which: SyncAction) => ({
    busy: busy(which),
    disabled: action.isPending,
    onClick: () => action.mutate(which),
  });
  const close = () => ask(null);

  return (
    <>
      <div className="flex flex-wrap items-center justify-end gap-2 max-sm:w-full max-sm:*:grow">
        {may('restart') && (
          <Button busy={busy('restart')} disabled={action.isPending} onClick={() => ask('restart')}>
            Restart Transfer
          </Button>
        )}
        {may('start') && (
          <Button kind="primary" {...take('start')}>
            Start Transfer
          </Button>
        )}
        {may('end') && (
          <Button
            kind="primary"
            {...take('end')}
            disabled={action.isPending || received === 0}
            aria-describedby={received === 0 ? 'end-reason' : undefined}
          >
            End Transfer
          </Button>
        )}
        {may('validate') && (
          <Button kind={may('commit') ? 'secondary' : 'primary'} {...take('validate')}>
            Validate
          </Button>
        )}
        {may('commit') && (
          <Button
            kind="primary"
            busy={busy('commit')}
            disabled={action.isPending}
            onClick={() => ask('commit')}
          >
            Commit
          </Button>
        )}
        {run?.status === 'committing' && may('cancel') && (
          <Button busy={busy('cancel')} disabled={action.isPending} onClick={() => ask('cancel')}>
            Cancel
          </Button>
        )}
      </div>
      {may('end') && received === 0 && (
        <p id="end-reason" className="mt-1.5 text-right text-muted text-xs max-sm:text-center">
          End Transfer waits for the first staff.
        </p>
      )}

      <ConfirmDialog
        open={asked === 'commit'}
        title="Commit"
        action="Commit"
        onClose={close}
        onConfirm={() => action.mutate('commit')}
      >
        <p>{STEP.commit.words[0]}</p>
        <p>
          {counted(received, 'transferred staff member', 'transferred staff members')} will be committed. Off
          hours are recommended.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'restart'}
        title="Restart Transfer"
        action="Restart Transfer"
        danger={received > 0}
        onClose={close}
        onConfirm={() => action.mutate('restart')}
      >
        {received > 0 ? (
          <p>
            <strong className="font-semibold text-ink">
              {counted(received, 'transferred staff member', 'transferred staff members')} will be discarded.
            </strong>{' '}
            The human resource vendor has to transfer all staff again. Campus itself is not changed.
          </p>
        ) : (
          <p>Nothing has been transferred yet, so nothing is lost. The synchronization begins anew.</p>
        )}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'cancel'}
        title="Cancel the commit"
        action="Cancel the commit"
        danger
        onClose={close}
        onConfirm={() => action.mutate('cancel')}
      >
        <p>
          {count(run?.job?.processed ?? 0)} of {count(run?.job?.total ?? 0)} have been committed so far. What
          has been written stands; the rest is left as it is in Campus.
        </p>
      </ConfirmDialog>
    </>
  );
}
