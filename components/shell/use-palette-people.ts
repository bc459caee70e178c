import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { PersonRow } from '../../lib/people/schema.ts';
import { adminCall } from '../query/admin-call.ts';

const MIN_SEARCH_CHARS = 2;
const MAX_PEOPLE = 6;

const peopleQuery = (search: string, enabled: boolean) =>
  queryOptions({
    queryKey: ['staff', 'palette', search],
    queryFn: ({ signal }) =>
      adminCall('POST /staff/search', { body: { search, all: true, limit: MAX_PEOPLE }, signal }),
    enabled,
    placeholderData: enabled ? keepPreviousData : undefined,
    staleTime: 10_000,
  });

/** Staff that match the typed text, incomplete ones too; the one with just this number first. */
export function usePalettePeople(
  text: string,
  allowed: boolean,
): { people: PersonRow[]; searching: boolean } {
  const typed = text.trim();
  const search = useDeferredValue(typed);
  const enabled = allowed && search.length >= MIN_SEARCH_CHARS;
  const found = useQuery(peopleQuery(search, enabled));
  const isTyped = ({ staffNumber }: PersonRow) => staffNumber?.trim().toLowerCase() === typed.toLowerCase();
  const people = found.data?.data ?? [];
  return {
    people: [...people.filter(isTyped), ...people.filter((person) => !isTyped(person))],
    searching: enabled && (found.isFetching || search !== typed),
  };
}
