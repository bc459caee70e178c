'use client';

import { parseAsString, useQueryStates } from 'nuqs';
import { Compare } from './compare.tsx';
import { Decisions } from './decisions.tsx';
import { NearList } from './near-list.tsx';

/** Comparing two addresses, the pairs that Campus suggests, and the decisions. */
export function Addresses({ opensStaff }: { opensStaff: boolean }) {
  const [chosen, choose] = useQueryStates(
    { first: parseAsString, second: parseAsString },
    { history: 'replace' },
  );
  return (
    <div className="flex flex-col gap-6">
      <Compare {...chosen} onChoose={choose} opensStaff={opensStaff} />
      <NearList opensStaff={opensStaff} />
      <Decisions />
    </div>
  );
}
