'use client';

import { useQuery } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { firstStepsQuery } from './home-queries.ts';
import { SHOW_STEPS_ID, useHideSteps } from './use-hide-steps.ts';

/** Brings the hidden first steps back. */
export function ShowFirstSteps() {
  const { data } = useQuery(firstStepsQuery);
  const hide = useHideSteps();
  if (!data?.hidden) return null;
  return (
    <Button
      id={SHOW_STEPS_ID}
      kind="quiet"
      size="small"
      busy={hide.isPending}
      onClick={() => hide.mutate(false)}
    >
      <ListChecks aria-hidden className="size-3.5" />
      Show first steps
    </Button>
  );
}
