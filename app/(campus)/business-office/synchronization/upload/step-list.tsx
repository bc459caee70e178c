'use client';

import { classNames } from '../../../../../components/ui/class-names.ts';
import type { Draft } from './draft.ts';

const NAMES: Record<Draft['step'], string> = {
  file: 'File',
  columns: 'Columns',
  values: 'Values',
  check: 'Check',
};
const STEPS = ['file', 'columns', 'values', 'check'] as const;

/** The steps, in order; earlier ones lead back. JSON has neither columns nor values to choose. */
export function StepList({
  step,
  isTable,
  onStep,
}: {
  step: Draft['step'];
  isTable: boolean;
  onStep: (step: Draft['step']) => void;
}) {
  const at = STEPS.indexOf(step);
  return (
    <ol
      aria-label="Steps"
      className="flex flex-wrap gap-1 border-line border-b p-2 [counter-reset:step] sm:px-3"
    >
      {STEPS.filter((one) => isTable || one === 'file' || one === 'check').map((one) => {
        const place = STEPS.indexOf(one);
        const look = classNames(
          'flex items-center gap-2 rounded-md px-2.5 py-1.5 [counter-increment:step]',
          'before:flex before:size-5 before:items-center before:justify-center before:rounded-full before:border before:text-2xs before:content-[counter(step)]',
          place === at &&
            'bg-hover font-medium text-ink before:border-accent before:bg-accent before:text-on-accent',
          place < at &&
            'text-ink before:border-good-line before:bg-good-soft before:text-good-ink hover:bg-hover',
          place > at && 'text-muted before:border-line before:bg-surface',
        );
        return (
          <li key={one}>
            {place < at ? (
              <button type="button" onClick={() => onStep(one)} className={look}>
                {NAMES[one]}
              </button>
            ) : (
              <span aria-current={place === at ? 'step' : undefined} className={look}>
                {NAMES[one]}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
