'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { QueryError } from '../../../../../components/query/query-error.tsx';
import { buttonStyle } from '../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { Card } from '../../../../../components/ui/card.tsx';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import { syncQuery } from '../queries.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import type { Draft } from './draft.ts';
import { FileStep } from './file-step.tsx';
import { draftQuery } from './queries.ts';
import { StepList } from './step-list.tsx';
import { UPLOAD_TEXTS } from './texts.ts';
import { Transferred, type TransferredFile } from './transferred.tsx';
import { useChoices } from './use-choices.ts';
import { ValuesStep } from './values-step.tsx';

/** The file wizard: the steps of the user's draft, which the server keeps. */
export function Wizard() {
  const client = useQueryClient();
  const overview = useQuery(syncQuery);
  const held = useQuery(draftQuery);
  const [done, setDone] = useState<TransferredFile | null>(null);
  if (held.isError && !held.data)
    return (
      <Card>
        <QueryError query={held} />
      </Card>
    );
  if (!held.data || !overview.data) return <Skeleton className="h-60" />;
  const { draft } = held.data;
  const open = overview.data.run?.allowed.includes('transfer') ?? false;
  return (
    <div className="flex flex-col gap-4">
      {!open && !done && (
        <Callout tone="warn" title={UPLOAD_TEXTS.noTransfer()}>
          <p>{draft ? UPLOAD_TEXTS.fileIsKept() : UPLOAD_TEXTS.startFirst()}</p>
          <Link
            href="/business-office/synchronization"
            className={`${buttonStyle('secondary', 'small')} mt-2`}
          >
            Staff Synchronization
          </Link>
        </Callout>
      )}
      <Card aria-label="File wizard">
        {done && !draft ? (
          <Transferred file={done} onAnother={() => setDone(null)} />
        ) : draft ? (
          <Steps
            draft={draft}
            open={open}
            onTransferred={(file) => {
              setDone(file);
              client.setQueryData(draftQuery.queryKey, { draft: null });
            }}
          />
        ) : (
          <>
            <StepList step="file" isTable onStep={() => {}} />
            <FileStep draft={null} open={open} onNext={() => {}} />
          </>
        )}
      </Card>
    </div>
  );
}

function Steps({
  draft,
  open,
  onTransferred,
}: {
  draft: Draft;
  open: boolean;
  onTransferred: (file: TransferredFile) => void;
}) {
  const choices = useChoices(draft);
  const { step, isTable } = draft;
  const go = (to: Draft['step']) => choices.mutate({ step: to });
  return (
    <>
      <StepList step={step} isTable={isTable} onStep={go} />
      {choices.error && (
        <Callout tone="bad" role="alert" className="mx-4 mt-4 sm:mx-5">
          {choices.error.message}
        </Callout>
      )}
      {step === 'file' && (
        <FileStep draft={draft} open={open} onNext={() => go(isTable ? 'columns' : 'check')} />
      )}
      {step === 'columns' && <ColumnsStep draft={draft} choices={choices} onStep={go} />}
      {step === 'values' && <ValuesStep draft={draft} choices={choices} onStep={go} />}
      {step === 'check' && (
        <CheckStep
          draft={draft}
          choices={choices}
          open={open}
          onStep={go}
          onTransferred={(answer) => onTransferred({ ...answer, fileName: draft.fileName })}
        />
      )}
    </>
  );
}
