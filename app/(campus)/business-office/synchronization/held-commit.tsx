import Link from 'next/link';
import { buttonStyle } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { inWords } from '../../../../lib/sync/guards/exceeded.ts';
import type { Hold } from '../../../../lib/sync/guards/schema.ts';

/** A commit that is above the district's limits, or was until an admin approved it (SYNC-13). */
export function HeldCommit({ hold }: { hold: Hold }) {
  if (hold.approvedAt)
    return (
      <Callout tone="good" title={`${hold.approvedBy} approved this commit`} className="w-full">
        <p>{hold.reason}</p>
        <p>Press Commit to go on.</p>
      </Callout>
    );
  return (
    <Callout tone="warn" role="alert" title="This commit is held" className="w-full">
      <p>{hold.requestedBy} asked for it. Nothing was committed, because</p>
      <ul className="my-1 list-disc pl-5">
        {hold.limits.map((exceeded) => (
          <li key={exceeded.limit}>{inWords(exceeded)}.</li>
        ))}
      </ul>
      <Link href="/business-office/synchronization/guards" className={`${buttonStyle()} mt-2`}>
        See the people and approve
      </Link>
    </Callout>
  );
}
