'use client';

import { Check } from 'lucide-react';
import { classNames } from '../../../../components/ui/class-names.ts';
import { STEP, STEPS, type Step } from './steps.ts';

/** The four steps as links: each shows its panel. The run's own step carries `aria-current`. */
export function Rail({
  current,
  shown,
  done,
  onShow,
}: {
  current: Step;
  shown: Step;
  /** How many steps are done. */
  done: number;
  onShow: (step: Step) => void;
}) {
  return (
    <ol className="grid grid-cols-2 gap-1 p-2 max-md:border-line max-md:border-b md:flex md:flex-col md:border-line md:border-r md:p-3">
      {STEPS.map((step, i) => (
        <li key={step}>
          <a
            href={`?step=${step}`}
            aria-current={step === current ? 'step' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onShow(step);
            }}
            className={classNames(
              'flex items-center gap-2.5 rounded-md px-2.5 py-2 transition-colors duration-100',
              step === shown ? 'bg-hover font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink',
            )}
          >
            <span
              aria-hidden
              className={classNames(
                'flex size-5 shrink-0 items-center justify-center rounded-full border text-2xs',
                i < done && 'border-good-line bg-good-soft text-good-ink',
                i >= done && step === current && 'border-accent bg-accent text-on-accent',
                i >= done && step !== current && 'border-line bg-surface text-muted',
              )}
            >
              {i < done ? <Check className="size-3" /> : i + 1}
            </span>
            {STEP[step].name}
          </a>
        </li>
      ))}
    </ol>
  );
}
