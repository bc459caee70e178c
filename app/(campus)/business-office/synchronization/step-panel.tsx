'use client';

import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonStyle } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import type { SyncOverview } from '../../../../lib/sync/overview.ts';
import { HeldCommit } from './held-commit.tsx';
import { forecastQuery } from './queries.ts';
import { ScheduledCommit } from './scheduled-commit.tsx';
import { STEP, type Step } from './steps.ts';
import { TEXTS } from './texts.ts';

/** What a step does, its state in the latest run, and below them the buttons. */
export function StepPanel({
  step,
  overview,
  children,
}: {
  step: Step;
  overview: SyncOverview;
  children: ReactNode;
}) {
  const { name, words } = STEP[step];
  return (
    <section aria-labelledby="step-name" className="min-w-0 grow p-4 sm:p-5">
      <h2 id="step-name" tabIndex={-1} className="font-semibold text-base">
        {name}
      </h2>
      <div className="mt-2 flex max-w-prose flex-col gap-2 text-pretty text-muted">
        {words.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className="mt-4 max-w-prose">
        <StepState step={step} overview={overview} />
      </div>
      <div className="mt-5">{children}</div>
    </section>
  );
}

function StepState({
  step,
  overview: { run, hasReport, hold, schedule, failure },
}: {
  step: Step;
  overview: SyncOverview;
}) {
  if (!run) return step === 'start' && <Callout>{TEXTS.noStaff()}</Callout>;
  const staged = run.staffTransferred;
  if (run.status === 'transferring' && (step === 'start' || step === 'end'))
    return <Callout tone={staged > 0 ? 'good' : 'accent'}>{TEXTS.arrived(staged, run.setAside)}</Callout>;
  if (step === 'validate' || step === 'commit')
    return (
      <div className="flex flex-col items-start gap-3">
        {failure && (
          <Callout tone="bad" title="The last job did not finish" className="w-full">
            {failure} {TEXTS.jobKept()}
          </Callout>
        )}
        {hasReport && (
          <Link href={`/business-office/validation/${run.runId}`} className={buttonStyle('secondary')}>
            <FileText aria-hidden className="size-4" />
            Validation Report
          </Link>
        )}
        {step === 'commit' && hold && <HeldCommit hold={hold} />}
        {step === 'commit' && schedule && <ScheduledCommit schedule={schedule} />}
        {step === 'commit' && run.status === 'validated' && !run.job && !hold && !schedule && (
          <WillChange runId={run.runId} />
        )}
        {step === 'validate' && run.status === 'transferring' && (
          <p className="text-muted">{TEXTS.notToValidate()}</p>
        )}
        {step === 'commit' && (run.status === 'transferring' || run.status === 'transferred') && (
          <p className="text-muted">{TEXTS.notToCommit()}</p>
        )}
      </div>
    );
  return null;
}

/** Counted once the step is shown, with the exclusions as they are then; the dialog asks again. */
function WillChange({ runId }: { runId: string }) {
  const { data: people } = useQuery(forecastQuery(runId));
  if (!people) return null;
  return (
    <Callout tone={people.created + people.updated > 0 ? 'warn' : 'accent'}>
      {TEXTS.willChangeCampus(people)}
    </Callout>
  );
}
