'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import { adminHref } from '../../../../../components/query/admin-url.ts';
import { QueryError } from '../../../../../components/query/query-error.tsx';
import { Button, buttonStyle } from '../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { Choice } from '../../../../../components/ui/choice.tsx';
import { Field } from '../../../../../components/ui/field.tsx';
import { count } from '../../../../../lib/text/numbers.ts';
import { CheckFigures } from './check-figures.tsx';
import type { Draft, DraftCheck, DraftTransferred } from './draft.ts';
import { FaultyRows } from './faulty-rows.tsx';
import { Problems } from './problems.tsx';
import { checkQuery, draftQuery } from './queries.ts';
import { ReadingProgress } from './reading-progress.tsx';
import { RunNote } from './run-note.tsx';
import { StepFrame } from './step-frame.tsx';
import { UPLOAD_TEXTS } from './texts.ts';
import { CHOICES_SCOPE, type Choose } from './use-choices.ts';

interface StepProps {
  draft: Draft;
  choices: Choose;
  open: boolean;
  onStep: (step: Draft['step']) => void;
  onTransferred: (answer: DraftTransferred) => void;
}

/** *Check*: what a transfer would do, what is wrong, and the transfer itself. */
export function CheckStep(props: StepProps) {
  const check = useQuery(checkQuery(props.draft.id));
  if (check.isError && !check.data) return <QueryError query={check} />;
  if (!check.data)
    return <ReadingProgress draftId={props.draft.id} doing={UPLOAD_TEXTS.checking(props.draft.fileName)} />;
  return <Check {...props} check={check.data} isStale={check.isFetching} />;
}

function Check({
  draft,
  choices,
  open,
  onStep,
  onTransferred,
  check,
  isStale,
}: StepProps & { check: DraftCheck; isStale: boolean }) {
  const client = useQueryClient();
  const [setAside, setSetAside] = useState(false);
  const [name, setName] = useState(draft.name ?? '');
  const mappingName = name.trim() || null;
  const faulty = check.problems.length > 0;
  const different = check.run?.different ?? 0;
  // What a user has to agree to: some are set aside.
  const asked = faulty || different > 0;
  // Who is staged with the same data counts once, and nobody is set aside for it (SYNC-2).
  const repeats = !asked && (check.run?.same ?? 0) > 0;
  const ready = check.ready - different;
  const again = () => client.invalidateQueries({ queryKey: checkQuery(draft.id).queryKey });
  const transfer = useMutation({
    // After what is still being kept.
    scope: { id: CHOICES_SCOPE },
    mutationFn: () =>
      adminCall('POST /sync/upload/drafts/{id}/transfer', {
        params: { id: draft.id },
        body: {
          onInvalid: setAside || repeats ? 'setAside' : 'reject',
          name: mappingName,
          checked: check.choices,
        },
      }),
    onSuccess: (answer) => (answer.result.outcome === 'staged' ? onTransferred(answer) : again()),
    // Of another tab: what was chosen there is shown here.
    onError: ({ status }) => status === 409 && client.invalidateQueries({ queryKey: draftQuery.queryKey }),
    onSettled: () => client.invalidateQueries({ queryKey: ['sync'] }),
  });
  const canGo = open && ready > 0 && (!asked || setAside) && !isStale;
  const reason = canGo || isStale ? null : UPLOAD_TEXTS.notYet({ open, ready });
  const refused = transfer.data?.result.outcome === 'refused' ? transfer.data.result.detail : null;
  const failure = transfer.error?.message ?? refused;
  return (
    <StepFrame
      title="Check"
      lead={
        faulty
          ? UPLOAD_TEXTS.checkFaulty()
          : different > 0
            ? UPLOAD_TEXTS.checkDifferent()
            : UPLOAD_TEXTS.checkSound()
      }
      footer={
        <>
          {reason && (
            <p id="transfer-reason" className="mr-auto text-muted text-xs">
              {reason}
            </p>
          )}
          <Button disabled={transfer.isPending} onClick={() => onStep(draft.isTable ? 'values' : 'file')}>
            Back
          </Button>
          <Button
            kind="primary"
            busy={transfer.isPending}
            disabled={!canGo}
            aria-describedby={reason ? 'transfer-reason' : undefined}
            onClick={() => transfer.mutate()}
          >
            Transfer {count(ready)} {ready === 1 ? 'person' : 'people'}
          </Button>
        </>
      }
    >
      <CheckFigures check={check} />
      {check.run && <RunNote run={check.run} ready={check.ready} />}
      {failure && (
        <Callout tone="bad" role="alert" className="mx-4 mt-4 sm:mx-5">
          {failure}
        </Callout>
      )}
      {faulty && (
        <>
          <Problems draft={draft} choices={choices} check={check} onStep={onStep} onFixed={again} />
          <div className="flex flex-wrap gap-2 px-4 pb-4 max-sm:*:w-full sm:px-5">
            {(['csv', 'xlsx'] as const).map((as) => (
              <a
                key={as}
                href={adminHref('GET /sync/upload/drafts/{id}/problems', {
                  params: { id: draft.id },
                  query: { as },
                })}
                download
                className={buttonStyle('secondary')}
              >
                <Download aria-hidden className="size-4" />
                {as === 'csv' ? 'Download rows with problems' : 'The same as XLSX'}
              </a>
            ))}
          </div>
          {draft.isTable && <FaultyRows draft={draft} check={check} onCorrected={again} />}
        </>
      )}
      <div className="flex flex-col gap-3 border-line border-t px-4 py-4 sm:px-5">
        {check.unreadable > 0 && <Callout tone="warn">{UPLOAD_TEXTS.unreadable(check.unreadable)}</Callout>}
        {asked && (
          <Choice
            type="checkbox"
            label="Set these aside and transfer the rest"
            help={UPLOAD_TEXTS.setAsideHelp()}
            checked={setAside}
            onChange={(event) => setSetAside(event.target.checked)}
          />
        )}
        {draft.isTable && (
          <Field
            label="Keep these choices as"
            help={UPLOAD_TEXTS.nameHelp()}
            className="sm:max-w-80"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onBlur={() => {
              if (mappingName !== draft.name) choices.mutate({ name: mappingName });
            }}
          />
        )}
      </div>
    </StepFrame>
  );
}
