import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { rightGivers } from '../../../../lib/access/right-givers.ts';
import { missingRight, STAFF_RIGHTS, type ToolRight } from '../../../../lib/access/rights.ts';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { NotFound } from '../../../../lib/failure.ts';
import { readPerson } from '../../../../lib/people/read-person.ts';
import { newQueryClient } from '../../query-client.ts';
import { PersonView } from './person-view.tsx';
import { personQuery } from './queries.ts';

export const metadata: Metadata = { title: 'Staff member' };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const session = await requireRight(...STAFF_RIGHTS);
  const ctx = contextOf(session);
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const person = await readPerson(ctx, { id }).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const names = await ctx.db.inDistrict(ctx.district.id, rightGivers);
  const lacking = (right: ToolRight) =>
    session.rights.includes(right) ? null : missingRight([right], names);
  const client = newQueryClient();
  client.setQueryData(personQuery(id).queryKey, person);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PersonView
        id={id}
        lacking={{
          demographics: lacking('Staff'),
          employments: lacking('District Employment'),
          positions: lacking('District Assignments'),
        }}
        unlocks={session.rights.includes('User Security')}
        readsRuns={session.rights.includes('Synchronization')}
      />
    </HydrationBoundary>
  );
}
