'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { QueryError } from '../../components/query/query-error.tsx';
import { Card, CardHeader, CardTitle } from '../../components/ui/card.tsx';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { Stat, Stats } from '../../components/ui/stat.tsx';
import { count } from '../../lib/text/numbers.ts';
import { staffQuery } from './home-queries.ts';

/** Staff in Campus, and those that need correction. */
export function StaffFigures({ opensStaff }: { opensStaff: boolean }) {
  const staff = useQuery(staffQuery);
  const { data } = staff;
  const shown = (n: number, filter: string, why: string, whole: string) =>
    n === 0 ? (
      whole
    ) : opensStaff ? (
      <Link href={`/staff?filter=${filter}`} prefetch={false} className="text-accent-ink underline">
        {why}
      </Link>
    ) : (
      why
    );
  const repair = (n: number) => (n > 0 ? 'warn' : undefined);
  return (
    <Card aria-labelledby="staff">
      <CardHeader>
        <CardTitle id="staff">Staff in Campus</CardTitle>
      </CardHeader>
      {staff.isError && !data && <QueryError query={staff} />}
      {!data && !staff.isError && <Skeleton className="m-5 h-14" />}
      {data && (
        <Stats className="grid-cols-2 sm:grid-cols-4">
          <Stat name="Staff" note={`${count(data.hrManaged)} managed by HR`}>
            {count(data.staff)}
          </Stat>
          <Stat
            name="Without a staff number"
            tone={repair(data.withoutNumber)}
            note={shown(data.withoutNumber, 'noNumber', 'HR can’t match them', 'Everyone has one')}
          >
            {count(data.withoutNumber)}
          </Stat>
          <Stat
            name="With a duplicate number"
            tone={repair(data.duplicateNumber)}
            note={shown(
              data.duplicateNumber,
              'duplicateNumber',
              'Their records fail in a commit',
              'Every number is unique',
            )}
          >
            {count(data.duplicateNumber)}
          </Stat>
          <Stat
            name="Without a position"
            tone={repair(data.withoutPosition)}
            note={shown(
              data.withoutPosition,
              'incomplete',
              'Staff search does not find them',
              'Everyone has one',
            )}
          >
            {count(data.withoutPosition)}
          </Stat>
        </Stats>
      )}
    </Card>
  );
}
