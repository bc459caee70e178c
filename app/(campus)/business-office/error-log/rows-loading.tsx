import { Skeleton } from '../../../../components/ui/skeleton.tsx';

/** A placeholder for rows that are loading. */
export const Loading = () => (
  <div aria-busy="true" role="status" aria-label="Loading" className="flex flex-col gap-3 p-5">
    {[0, 1, 2, 3, 4, 5].map((row) => (
      <Skeleton key={row} className="h-7" />
    ))}
  </div>
);
