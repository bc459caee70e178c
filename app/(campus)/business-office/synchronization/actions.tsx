'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useState } from 'react';
import { afterLoad } from '../../../../components/ui/after-load.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { useHydrated } from '../../../../components/ui/use-hydrated.ts';
import type { SyncOverview } from '../../../../lib/sync/overview.ts';
import { isLive } from '../../../../lib/sync/run/states.ts';
import type { Question } from './questions.tsx';
import { TEXTS } from './texts.ts';
import { type SyncAction, useSyncAction } from './use-sync-action.ts';

const load = () => import('./questions.tsx');
const Questions = lazy(load);

/**
 * The buttons that the run's state allows, at any step. The next step is the primary one; a disabled one shows its reason next to it.
 */
export function Actions({ overview: { run, offHours } }: { overview: SyncOverview }) {
  const action = useSyncAction();
  const hydrated = useHydrated();
  const waits = action.isPending || !hydrated;
  const [asked, setAsked] = useState<Question | null>(null);
  const [wanted, setWanted] = useState(false);
  const router = useRouter();
  useEffect(() => {
    afterLoad.then(load);
  }, []);
  const ask = (question: Question) => {
    setWanted(true);
    setAsked(question);
  };
  const may = (call: string) => (run ? run.allowed.includes(call) : call === 'start');
  const live = run !== null && isLive(run.status);
  const busy = (which: SyncAction) => action.isPending && action.variables === which;
  const received = run ? run.staffTransferred + run.setAside : 0;
  const take = (which: SyncAction) => ({
    busy: busy(which),
    disabled: waits,
    onClick: () => action.mutate(which),
  });

  return (
    <>
      <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:*:grow">
        {live && may('start') && (
          <Button busy={busy('restart')} disabled={waits} onClick={() => ask('restart')}>
            Restart Transfer
          </Button>
        )}
        {may('transfer') && (
          <Button disabled={!hydrated} onClick={() => router.push('/business-office/synchronization/upload')}>
            Transfer Staff Via File Upload
          </Button>
        )}
        {!live && may('start') && (
          <Button kind="primary" {...take('start')}>
            Start Transfer
          </Button>
        )}
        {may('end') && (
          <Button
            kind="primary"
            {...take('end')}
            disabled={waits || received === 0}
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
          <Button kind="primary" busy={busy('commit')} disabled={waits} onClick={() => ask('commit')}>
            Commit
          </Button>
        )}
        {run?.status === 'committing' && (
          <Button busy={busy('cancel')} disabled={waits} onClick={() => ask('cancel')}>
            Cancel
          </Button>
        )}
      </div>
      {may('end') && received === 0 && (
        <p id="end-reason" className="mt-1.5 text-muted text-xs max-sm:text-center">
          {TEXTS.notToEnd()}
        </p>
      )}

      {wanted && (
        <Suspense>
          <Questions
            asked={asked}
            run={run}
            offHours={offHours}
            onConfirm={(question) => action.mutate(question)}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
    </>
  );
}
