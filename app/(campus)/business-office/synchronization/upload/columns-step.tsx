'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryError } from '../../../../../components/query/query-error.tsx';
import { Button } from '../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { blockersOf } from './blockers.ts';
import { columnsOf, meaningsOf } from './columns-of.ts';
import { ColumnsTable } from './columns-table.tsx';
import type { ColumnMeaning, Draft, DraftLook } from './draft.ts';
import { FixedValues } from './fixed-values.tsx';
import { PeoplePreview } from './people-preview.tsx';
import { columnsQuery } from './queries.ts';
import { ReadingProgress } from './reading-progress.tsx';
import { StepFrame } from './step-frame.tsx';
import { UPLOAD_TEXTS } from './texts.ts';
import { UnclearNames } from './unclear-names.tsx';
import type { Choose } from './use-choices.ts';

interface StepProps {
  draft: Draft;
  choices: Choose;
  onStep: (step: Draft['step']) => void;
}

/** *Columns*: what each column of the file is. */
export function ColumnsStep(props: StepProps) {
  const look = useQuery(columnsQuery(props.draft.id));
  if (look.isError && !look.data) return <QueryError query={look} />;
  if (!look.data)
    return (
      <ReadingProgress draftId={props.draft.id} doing={UPLOAD_TEXTS.readingColumns(props.draft.fileName)} />
    );
  return <Columns {...props} look={look.data} />;
}

function Columns({ draft, choices, onStep, look }: StepProps & { look: DraftLook }) {
  const client = useQueryClient();
  const [faults, setFaults] = useState<string[]>([]);
  const columns = columnsOf(draft, look);
  const fixed = draft.mapping?.fixed ?? look.fixed;
  const blocks = blockersOf(
    [...columns, ...fixed.map(({ property }) => ({ header: UPLOAD_TEXTS.fixedValue(), property }))],
    look.needed,
  );
  const sentences = blocks.length > 0 ? blocks : faults;

  async function change(index: number, change: Partial<ColumnMeaning>): Promise<void> {
    setFaults([]);
    const next = columns.map((column) => (column.index === index ? { ...column, ...change } : column));
    await choices.mutateAsync({ mapping: { columns: meaningsOf(next) } });
    // What is asked of a column depends on what it is.
    if (change.property !== undefined)
      await client.invalidateQueries({ queryKey: columnsQuery(draft.id).queryKey });
  }

  async function next(): Promise<void> {
    if (blocks.length > 0) return;
    const { faults: found } = await choices.mutateAsync({ mapping: { columns: meaningsOf(columns), fixed } });
    setFaults(found.map(({ message }) => message));
    if (found.length === 0) onStep('values');
  }

  return (
    <StepFrame
      title="Columns"
      lead={UPLOAD_TEXTS.columnsLead()}
      footer={
        <>
          <Button onClick={() => onStep('file')}>Back</Button>
          <Button
            kind="primary"
            busy={choices.isPending && choices.variables.mapping?.fixed !== undefined}
            disabled={blocks.length > 0}
            aria-describedby={sentences.length > 0 ? 'column-faults' : undefined}
            onClick={next}
          >
            Next
          </Button>
        </>
      }
    >
      {sentences.length > 0 && (
        <Callout tone="warn" role="status" className="mx-4 mt-3 sm:mx-5">
          <ul id="column-faults">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Callout>
      )}
      <ColumnsTable look={look} columns={columns} onChange={change} />
      <Unused headers={columns.filter(({ property }) => property === null).map(({ label }) => label)} />
      <FixedValues
        fixed={fixed}
        look={look}
        taken={columns.map(({ property }) => property)}
        onChange={(values) => choices.mutate({ mapping: { columns: meaningsOf(columns), fixed: values } })}
      />
      <PeoplePreview look={look} columns={columns} fixed={fixed} />
      <UnclearNames columns={columns} />
    </StepFrame>
  );
}

/** Names the columns that are left out: no data is dropped without notice. */
const Unused = ({ headers }: { headers: readonly string[] }) =>
  headers.length > 0 && (
    <p className="border-line border-t px-4 py-3 sm:px-5">
      <strong className="font-semibold">{UPLOAD_TEXTS.unusedColumns(headers.length)}</strong>{' '}
      <bdi className="wrap-anywhere">{headers.join(', ')}</bdi>.
    </p>
  );
