import Link from 'next/link';
import { buttonStyle } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { inWords } from '../../../../lib/sync/guards/exceeded.ts';
import type { Hold } from '../../../../lib/sync/guards/schema.ts';
import { TEXTS } from './texts.ts';

/** A commit that exceeds the district's limits, held or approved (SYNC-13). */
export function HeldCommit({ hold }: { hold: Hold }) {
  if (hold.approvedAt)
    return (
      <Callout tone="good" title={`${hold.approvedBy} approved this commit`} className="w-full">
        <p>{hold.reason}</p>
        <p>{TEXTS.approved()}</p>
      </Callout>
    );
  return (
    <Callout tone="warn" role="alert" title="This commit is held for approval" className="w-full">
      <p>{hold.requestedBy} requested it. Nothing was committed, because it exceeds these limits:</p>
      <ul className="my-1 list-disc pl-5">
        {hold.limits.map((exceeded) => (
          <li key={exceeded.limit}>{inWords(exceeded)}.</li>
        ))}
      </ul>
      <Link href="/business-office/synchronization/guards" className={`${buttonStyle()} mt-2`}>
        Review and approve
      </Link>
    </Callout>
  );
}
