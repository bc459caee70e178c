'use client';

import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { useDeferredValue } from 'react';
import { fullName } from '../full-name.ts';
import { adminCall } from '../query/admin-call.ts';
import { PaletteItem } from './palette-item.tsx';

const MIN_SEARCH_CHARS = 2;
const MAX_PEOPLE = 6;

const peopleQuery = (search: string) =>
  queryOptions({
    queryKey: ['staff', 'palette', search],
    queryFn: ({ signal }) =>
      adminCall('POST /staff/search', { body: { search, all: true, limit: MAX_PEOPLE }, signal }),
    enabled: search.length >= MIN_SEARCH_CHARS,
    placeholderData: search.length >= MIN_SEARCH_CHARS ? keepPreviousData : undefined,
    staleTime: 10_000,
  });

/** Staff that match the typed text, incomplete ones too. */
export default function PalettePeople({
  text,
  heading,
  onChoose,
}: {
  text: string;
  heading: string;
  onChoose: (path: string) => void;
}) {
  const people = useQuery(peopleQuery(useDeferredValue(text.trim())));
  if (!people.data?.data.length) return null;
  return (
    <Command.Group heading="People" className={heading} forceMount>
      {people.data.data.map((person) => (
        <PaletteItem
          key={person.id}
          id={person.id}
          found
          name={fullName(person)}
          note={[person.staffNumber, person.position?.title ?? 'Incomplete', person.position?.school]
            .filter(Boolean)
            .join(' · ')}
          onSelect={() => onChoose(`/staff/${person.id}`)}
        />
      ))}
    </Command.Group>
  );
}
