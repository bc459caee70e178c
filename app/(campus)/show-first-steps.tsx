'use client';

import { useQuery } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { firstStepsQuery } from './home-queries.ts';
import { useFocusWhenShown } from './use-focus-when-shown.ts';
import { useHideSteps } from './use-hide-steps.ts';

/** Brings the hidden first steps back. */
export function ShowFirstSteps() {
  const { data } = useQuery(firstStepsQuery);
  const hide = useHideSteps();
  const button = useFocusWhenShown<HTMLButtonElement>(data?.hidden);
  if (!data?.hidden) return null;
  return (
    <Button ref={button} kind="quiet" size="small" busy={hide.isPending} onClick={() => hide.mutate(false)}>
      <ListChecks aria-hidden className="size-3.5" />
      Show first steps
    </Button>
  );
}
