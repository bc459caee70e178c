'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowRight, Circle, CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { Button, buttonStyle } from '../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../components/ui/card.tsx';
import { classNames } from '../../components/ui/class-names.ts';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { numbersToCorrect } from '../../lib/home/staff-numbers.ts';
import type { Step } from '../../lib/home/steps/schema.ts';
import { firstStepsQuery, staffQuery } from './home-queries.ts';
import { HOME_TEXTS } from './texts.ts';
import { useFocusWhenShown } from './use-focus-when-shown.ts';
import { useHideSteps } from './use-hide-steps.ts';

const HREF: Record<Step, string> = {
  secondFactor: '/account',
  credentials: '/business-office/credentials',
  firstCall: '/business-office/credentials',
  staffNumbers: '/business-office/check-campus-data',
  notifications: '/business-office/notifications',
  guards: '/business-office/synchronization/guards',
};

/** What a district sets up first. Each step is ticked by the data itself. */
export function FirstSteps() {
  const { data } = useQuery(firstStepsQuery);
  const staff = useQuery(staffQuery).data;
  const hide = useHideSteps();
  const title = useFocusWhenShown<HTMLHeadingElement>(data && !data.hidden);
  if (!data || data.hidden) return null;
  const steps = data.steps.map(({ step, done }) => ({
    step,
    // The counts of a large district come later than the rest.
    done: done ?? (staff && numbersToCorrect(staff).length === 0),
  }));
  const known = steps.every((step) => step.done !== undefined);
  const done = steps.filter((step) => step.done).length;
  const all = done === steps.length;
  return (
    <Card aria-labelledby="first-steps">
      <CardHeader className={all ? 'border-b-0' : undefined}>
        <div>
          <CardTitle ref={title} id="first-steps" tabIndex={-1}>
            First steps
          </CardTitle>
          {known ? (
            <p className="text-muted text-xs">{HOME_TEXTS.stepsDone(done, steps.length)}</p>
          ) : (
            <Skeleton className="mt-1 h-3 w-28" />
          )}
        </div>
        <Button kind="quiet" size="small" busy={hide.isPending} onClick={() => hide.mutate(true)}>
          Hide first steps
        </Button>
      </CardHeader>
      {!all && (
        <ol className="divide-y divide-line">
          {steps.map((step) => (
            <StepRow key={step.step} {...step} />
          ))}
        </ol>
      )}
    </Card>
  );
}

/** `done` is undefined while nobody knows. */
function StepRow({ step, done }: { step: Step; done: boolean | undefined }) {
  const { name, why, next } = HOME_TEXTS.steps[step];
  const Icon = done ? CircleCheck : Circle;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 sm:flex-nowrap sm:px-5">
      <span className="flex min-w-0 grow items-start gap-3">
        <Icon
          aria-hidden
          className={classNames('mt-0.5 size-4 shrink-0', done ? 'text-good' : 'text-subtle')}
        />
        <span className="min-w-0 text-pretty">
          <span className={classNames('font-medium', done && 'text-muted')}>
            {name}
            {done !== undefined && <span className="sr-only">{done ? ' (done)' : ' (open)'}</span>}
          </span>
          {!done && <span className="block text-muted text-xs leading-5">{why}</span>}
        </span>
      </span>
      {done === false && (
        <Link
          href={HREF[step]}
          prefetch={false}
          className={classNames(buttonStyle('secondary', 'small'), 'ml-7 sm:ml-auto')}
        >
          {next}
          <ArrowRight aria-hidden className="size-3.5" />
        </Link>
      )}
    </li>
  );
}
