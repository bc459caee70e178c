'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { addressLine } from '../../../components/address-line.ts';
import { QueryError } from '../../../components/query/query-error.tsx';
import { buttonStyle } from '../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../components/ui/card.tsx';
import { SearchBox } from '../../../components/ui/search-box.tsx';
import { Skeleton } from '../../../components/ui/skeleton.tsx';
import type { Found } from '../../../lib/addresses/schema.ts';
import { PairBody } from './pair-body.tsx';
import { addressQuery, pairQuery, searchQuery } from './queries.ts';
import { TEXTS } from './texts.ts';

interface Chosen {
  first: string | null;
  second: string | null;
}

/** Two addresses that the admin searched, similar or not. Both are in the URL. */
export function Compare({
  first,
  second,
  onChoose,
  opensStaff,
}: Chosen & { onChoose: (chosen: Partial<Chosen> | null) => void; opensStaff: boolean }) {
  const [search, setSearch] = useState('');
  const look = useCallback((text: string) => setSearch(text), []);
  const box = useRef<HTMLElement>(null);
  const back = () => requestAnimationFrame(() => box.current?.querySelector('input')?.focus());
  const choose = (id: string) => {
    onChoose(first ? { second: id } : { first: id });
    back();
  };
  return (
    <Card ref={box} aria-labelledby="compare" className="min-w-0">
      <CardHeader>
        <div>
          <CardTitle id="compare">Compare two addresses</CardTitle>
          <p className="text-muted text-xs">{TEXTS.compare()}</p>
        </div>
      </CardHeader>
      <div className="flex flex-col gap-2 px-4 py-4 sm:px-5">
        <div className="flex">
          <SearchBox
            label="Search addresses"
            placeholder="4321 N Lexington Ave, Blaine MN 55123"
            text={search}
            onSearch={look}
          />
        </div>
        {(['first', 'second'] as const).map((place) => {
          const id = place === 'first' ? first : second;
          return (
            id && (
              <Choice
                key={place}
                id={id}
                place={place}
                onClear={() => {
                  onChoose({ [place]: null });
                  back();
                }}
              />
            )
          );
        })}
        {!(first && second) && <Results search={search} taken={first ?? second} onChoose={choose} />}
      </div>
      {first && second && (
        <Pair
          first={first}
          second={second}
          opensStaff={opensStaff}
          onDecided={() => {
            onChoose(null);
            back();
          }}
        />
      )}
    </Card>
  );
}

function Choice({ id, place, onClear }: { id: string; place: string; onClear: () => void }) {
  const address = useQuery(addressQuery(id));
  return (
    <p className="flex items-center justify-between gap-2 rounded-md border border-line bg-sunken py-1 pr-1 pl-3">
      <span className="min-w-0 break-words">
        <span className="text-muted text-xs capitalize">{place} </span>
        {address.data ? (
          <bdi className="font-medium">{addressLine(address.data)}</bdi>
        ) : (
          (address.error?.message ?? '…')
        )}
      </span>
      <button
        type="button"
        aria-label={`Choose another ${place} address`}
        onClick={onClear}
        className={buttonStyle('quiet', 'small-icon')}
      >
        <X aria-hidden className="size-4" />
      </button>
    </p>
  );
}

function Results({
  search,
  taken,
  onChoose,
}: {
  search: string;
  taken: string | null;
  onChoose: (id: string) => void;
}) {
  const found = useQuery(searchQuery(search));
  if (search.trim() === '') return null;
  if (found.isError && !found.data) return <QueryError query={found} />;
  if (!found.data) return found.isFetching ? <Skeleton className="h-20" /> : null;
  const rows = found.data.data.filter(({ id }) => id !== taken);
  return (
    <>
      <p role="status" className="text-muted text-xs">
        {rows.length === 0 && TEXTS.noMatches()}
      </p>
      <ul className="flex flex-col">
        {rows.map((address) => (
          <li key={address.id}>
            <Result address={address} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </>
  );
}

const Result = ({ address, onChoose }: { address: Found; onChoose: (id: string) => void }) => (
  <button
    type="button"
    onClick={() => onChoose(address.id)}
    className="w-full rounded-md px-2 py-1.5 text-left transition-colors duration-100 hover:bg-hover"
  >
    <bdi className="block break-words font-medium">{addressLine(address)}</bdi>
    <span className="block text-muted text-xs">{address.why ?? TEXTS.exactMatch()}</span>
  </button>
);

function Pair({
  first,
  second,
  opensStaff,
  onDecided,
}: {
  first: string;
  second: string;
  opensStaff: boolean;
  onDecided: () => void;
}) {
  const pair = useQuery(pairQuery(first, second));
  if (pair.isError) return <QueryError query={pair} />;
  if (!pair.data) return <Skeleton className="mx-5 mb-5 h-40" />;
  return (
    <div className="border-line border-t">
      <PairBody key={`${first} ${second}`} pair={pair.data} opensStaff={opensStaff} onDecided={onDecided} />
    </div>
  );
}
