'use client';

import { classNames } from '../../../../../components/ui/class-names.ts';
import type { PastRun } from '../../../../../lib/sync/run/past-run.ts';
import type { RunOutcome } from '../../../../../lib/sync/schema.ts';
import { count } from '../../../../../lib/text/numbers.ts';
import { OUTCOMES, outcomeName } from './outcomes.ts';

/** All people of a run. */
export const peopleIn = (counts: NonNullable<PastRun['counts']>): number =>
  Object.values(counts).reduce((total, n) => total + n, 0);

/** The outcomes, with how many people each has; one narrows the list. */
export function OutcomeFilter({
  run: { counts, undoes },
  outcome,
  onChoose,
}: {
  run: PastRun;
  outcome: RunOutcome | null;
  onChoose: (outcome: RunOutcome | null) => void;
}) {
  const choices = OUTCOMES.filter((which) => isOffered(which, undoes !== null) || (counts?.[which] ?? 0) > 0);
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">Outcome</legend>
      {[null, ...choices].map((which) => (
        <button
          key={which}
          type="button"
          aria-pressed={which === outcome}
          onClick={() => onChoose(which)}
          className={classNames(
            'h-8 rounded-md px-2.5 text-[0.8125rem] transition-colors duration-100',
            which === outcome ? 'bg-hover font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink',
          )}
        >
          {which ? outcomeName(which, undoes !== null) : 'All'}
          {counts && (
            <span className="ml-1.5 text-subtle tabular-nums">
              {count(which ? counts[which] : peopleIn(counts))}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}

/** Whether the filter offers an outcome that no person has. */
const isOffered = (outcome: RunOutcome, isUndo: boolean): boolean =>
  isUndo
    ? ['updated', 'removed', 'held', 'failed'].includes(outcome)
    : !['held', 'removed'].includes(outcome);
