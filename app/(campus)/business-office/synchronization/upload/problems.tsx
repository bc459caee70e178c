'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../../../components/ui/button.tsx';
import { columnsOf, meaningsOf } from './columns-of.ts';
import type { ColumnMeaning, Draft, DraftCheck } from './draft.ts';
import { columnsQuery } from './queries.ts';
import { UPLOAD_TEXTS } from './texts.ts';
import type { Choose } from './use-choices.ts';
import { ValueFix } from './value-fix.tsx';

/** Their hints say what a program is to send; here the answer is a choice of the column or the value. */
const ABOUT_THE_API = /^(notADate|unknown(School|Gender|AssignmentCode))$/;

type Problem = DraftCheck['problems'][number];

/** What is wrong with the file, one entry per cause, with one answer for all of its rows where there is one. */
export function Problems({
  draft,
  choices,
  check,
  onStep,
  onFixed,
}: {
  draft: Draft;
  choices: Choose;
  check: DraftCheck;
  onStep: (step: Draft['step']) => void;
  onFixed: () => void;
}) {
  const look = useQuery({ ...columnsQuery(draft.id), enabled: draft.isTable }).data;

  async function changeColumn(problem: Problem, change: (column: ColumnMeaning) => Partial<ColumnMeaning>) {
    if (!look) return;
    const columns = meaningsOf(columnsOf(draft, look)).map((column, index) =>
      index === problem.columnIndex ? { ...column, ...change(column) } : column,
    );
    await choices.mutateAsync({ mapping: { columns } });
    onFixed();
  }

  return (
    <section aria-labelledby="problems" className="px-4 py-4 sm:px-5">
      <h3 id="problems" className="font-semibold">
        Problems
      </h3>
      <ul className="mt-2 flex flex-col gap-3">
        {check.problems.map((problem) => (
          <li key={problem.id} className="rounded-md border border-line p-3">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
              <div className="min-w-0 flex-1 basis-60">
                <p className="wrap-anywhere font-medium">
                  {problem.column && (
                    <>
                      <bdi>{problem.column}</bdi>:{' '}
                    </>
                  )}
                  <bdi>{problem.message}</bdi>
                </p>
                {problem.hint && !ABOUT_THE_API.test(problem.code) && (
                  <p className="wrap-anywhere text-muted">
                    <bdi>{problem.hint}</bdi>
                  </p>
                )}
                <p className="text-muted text-xs">
                  {UPLOAD_TEXTS.problemSize(problem.rows, problem.people, problem.lines)}
                </p>
                {problem.values.length > 0 && (
                  <p className="wrap-anywhere text-muted text-xs">
                    {UPLOAD_TEXTS.problemValues(problem.values)}
                  </p>
                )}
              </div>
              <Fix
                problem={problem}
                draft={draft}
                choices={choices}
                onFixed={onFixed}
                onStep={onStep}
                onColumn={(change) => changeColumn(problem, change)}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fix({
  problem,
  draft,
  choices,
  onFixed,
  onStep,
  onColumn,
}: {
  problem: Problem;
  draft: Draft;
  choices: Choose;
  onFixed: () => void;
  onStep: (step: Draft['step']) => void;
  onColumn: (change: (column: ColumnMeaning) => Partial<ColumnMeaning>) => Promise<void>;
}) {
  const [asked, setAsked] = useState(false);
  const { fix } = problem;
  if (!fix) return null;
  if (fix.kind === 'value')
    return asked ? (
      <ValueFix draft={draft} choices={choices} of={fix.of} value={fix.value} onFixed={onFixed} />
    ) : (
      <Button size="small" aria-label={`Fix all: ${fix.value}`} onClick={() => setAsked(true)}>
        Fix all
      </Button>
    );
  if (fix.kind === 'column')
    return (
      <Button size="small" onClick={() => onStep('columns')}>
        Change the columns
      </Button>
    );
  const change = (column: ColumnMeaning): Partial<ColumnMeaning> =>
    fix.kind === 'dates'
      ? { dates: fix.dates }
      : {
          placeholders: [
            ...column.placeholders.filter(({ text }) => text !== fix.text),
            { text: fix.text, means: 'blank' },
          ],
        };
  return (
    <div className="text-right max-sm:text-left">
      <Button size="small" busy={choices.isPending} onClick={() => onColumn(change)}>
        Fix all
      </Button>
      <p className="mt-1 text-muted text-xs">
        {fix.kind === 'dates'
          ? UPLOAD_TEXTS.fixesDates(fix.rows, fix.dates)
          : UPLOAD_TEXTS.fixesPlaceholder(fix.rows, fix.text)}
      </p>
    </div>
  );
}
