import { queryOptions } from '@tanstack/react-query';
import { adminCall } from '../../../../components/query/admin-call.ts';
import type { Person } from '../../../../lib/people/person.ts';
import type { Choices } from '../../../../lib/reference/choices.ts';

/** One staff member. */
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['staff', 'person', id],
    queryFn: ({ signal }) => adminCall<Person>('GET', `/staff/${id}`, undefined, signal),
  });

/** What the forms offer. */
export const choicesQuery = queryOptions({
  queryKey: ['staff', 'choices'],
  queryFn: ({ signal }) => adminCall<Choices>('GET', '/staff/choices', undefined, signal),
  staleTime: 60_000,
});
