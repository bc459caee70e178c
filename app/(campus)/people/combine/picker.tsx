'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useCallback, useId, useRef, useState } from 'react';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { buttonStyle } from '../../../../components/ui/button.tsx';
import { Card } from '../../../../components/ui/card.tsx';
import { SearchBox } from '../../../../components/ui/search-box.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import type { DistinctPerson } from '../../../../lib/people/schema.ts';
import { likelyQuery, peopleQuery, personRowQuery } from './queries.ts';
import { COMBINE_TEXTS } from './texts.ts';
import { Who } from './who.tsx';

/** Finds one person, then shows the choice. */
export function Picker({
  title,
  help,
  id,
  taken,
  onChoose,
}: {
  title: string;
  help: string;
  /** The chosen person's id. */
  id: string | null;
  /** The other person, who can't be chosen here. */
  taken: string | null;
  onChoose: (id: string | null) => void;
}) {
  const heading = useId();
  const [search, setSearch] = useState('');
  const look = useCallback((text: string) => setSearch(text), []);
  const box = useRef<HTMLElement>(null);
  return (
    <Card ref={box} aria-labelledby={heading} className="min-w-0">
      <div className="px-4 pt-3 pb-2 sm:px-5">
        <h2 id={heading} className="font-semibold text-sm">
          {title}
        </h2>
        <p className="text-muted text-xs">{help}</p>
      </div>
      {id ? (
        <Chosen
          id={id}
          title={title}
          onClear={() => {
            onChoose(null);
            requestAnimationFrame(() => box.current?.querySelector('input')?.focus());
          }}
        />
      ) : (
        <div className="px-4 pb-4 sm:px-5">
          <div className="flex">
            <SearchBox
              label={`Search ${title.toLowerCase()}`}
              placeholder="Name, number, e-mail, birth date…"
              text={search}
              onSearch={look}
            />
          </div>
          <Found search={search} taken={taken} onChoose={onChoose} />
        </div>
      )}
    </Card>
  );
}

function Found({
  search,
  taken,
  onChoose,
}: {
  search: string;
  taken: string | null;
  onChoose: (id: string) => void;
}) {
  const people = useQuery(peopleQuery(search));
  if (search.trim() === '') return <Likely id={taken} onChoose={onChoose} />;
  if (people.isError && !people.data) return <QueryError query={people} />;
  if (!people.data) return <Skeleton className="mt-3 h-24" />;
  const found = people.data.data.filter((person) => person.id !== taken);
  return (
    <>
      <p role="status" className="mt-2 text-muted text-xs">
        {found.length === 0 ? COMBINE_TEXTS.noMatches() : null}
        {people.data.more && COMBINE_TEXTS.moreMatch()}
      </p>
      <ul className="mt-1 flex flex-col">
        {found.map((person) => (
          <Candidate key={person.id} person={person} onChoose={onChoose} />
        ))}
      </ul>
    </>
  );
}

/** Before anything is typed: people who are likely the same as the other person. */
function Likely({ id, onChoose }: { id: string | null; onChoose: (id: string) => void }) {
  const likely = useQuery(likelyQuery(id));
  if (!likely.data?.data.length) return null;
  return (
    <>
      <p className="mt-3 font-medium text-xs">Likely the same person</p>
      <ul className="mt-1 flex flex-col">
        {likely.data.data.map((person) => (
          <Candidate key={person.id} person={person} note={person.reasons.join(', ')} onChoose={onChoose} />
        ))}
      </ul>
    </>
  );
}

const Candidate = ({
  person,
  note,
  onChoose,
}: {
  person: DistinctPerson;
  note?: string;
  onChoose: (id: string) => void;
}) => (
  <li>
    <button
      type="button"
      onClick={() => onChoose(person.id)}
      className="w-full rounded-md px-2 py-1.5 text-left transition-colors duration-100 hover:bg-hover"
    >
      <Who person={person} />
      {note && <span className="block text-muted text-xs">{note}</span>}
    </button>
  </li>
);

function Chosen({ id, title, onClear }: { id: string; title: string; onClear: () => void }) {
  const person = useQuery(personRowQuery(id));
  return (
    <div className="flex items-start justify-between gap-2 border-line border-t px-4 py-3 sm:px-5">
      {person.data ? (
        <Who person={person.data} />
      ) : person.isError ? (
        <p role="alert" className="text-bad-ink">
          {person.error.message}
        </p>
      ) : (
        <Skeleton className="h-10 w-60" />
      )}
      <button
        type="button"
        aria-label={`Choose another ${title.toLowerCase()}`}
        onClick={onClear}
        className={buttonStyle('quiet', 'small-icon')}
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  );
}
