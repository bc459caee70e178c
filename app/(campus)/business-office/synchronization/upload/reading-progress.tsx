'use client';

import { useQuery } from '@tanstack/react-query';
import { Progress } from '../../../../../components/ui/progress.tsx';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import { progressQuery } from './queries.ts';

/** A step that waits until Campus has read the whole file: how far it is, once that takes more than a moment. */
export function ReadingProgress({ draftId, doing }: { draftId: string; doing: string }) {
  const { data } = useQuery(progressQuery(draftId));
  const share = data?.share ?? null;
  return (
    <div className="flex flex-col gap-3 p-4 sm:p-5">
      <p role="status" className="text-muted">
        {doing}
      </p>
      {share !== null && <Progress label={doing} value={Math.round(share * 100)} max={100} />}
      <Skeleton className="h-40" />
    </div>
  );
}
