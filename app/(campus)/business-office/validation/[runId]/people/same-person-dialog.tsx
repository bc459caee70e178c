'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { adminCall } from '../../../../../../components/query/admin-call.ts';
import { Button } from '../../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../../components/ui/callout.tsx';
import { Dialog } from '../../../../../../components/ui/dialog.tsx';
import { SearchBox } from '../../../../../../components/ui/search-box.tsx';
import type { PersonCard } from '../../../../../../lib/report/people/schema.ts';
import { PEOPLE_TEXTS } from './texts.ts';
import type { PeopleActions } from './use-people-actions.ts';

interface Choice {
  personId: string;
  name: string;
  staffNumber: string | null;
  is: PersonCard['candidates'][number]['is'];
  reasons: readonly string[];
}

const SHOWN = 8;

/** CMB-3: chooses the person in Campus who is the one HR sends under another number. */
export function SamePersonDialog({
  runId,
  card,
  samePerson,
  onClose,
}: {
  runId: string;
  card: PersonCard;
  samePerson: PeopleActions['samePerson'];
  onClose: () => void;
}) {
  const [search, setSearch] = useState('');
  const found = useQuery({
    queryKey: ['validation', runId, 'campusNotInHr', search],
    queryFn: ({ signal }) =>
      adminCall('GET /validation/{runId}/{section}', {
        params: { runId, section: 'campusNotInHr' },
        query: { search, limit: SHOWN },
        signal,
      }),
    enabled: search.trim() !== '',
  });
  const likely: Choice[] = card.candidates.map(({ id, name, ...candidate }) => ({
    personId: id,
    name: name ?? '',
    ...candidate,
  }));
  const others: Choice[] = (found.data?.data ?? []).flatMap(({ personId, staffNumber, campus }) =>
    personId
      ? [
          {
            personId,
            name: `${campus?.lastName}, ${campus?.firstName}`,
            staffNumber,
            is: ['staff'],
            reasons: [],
          },
        ]
      : [],
  );
  const list = (choices: readonly Choice[], label: string) => (
    <ul aria-label={label} className="mt-2 flex flex-col divide-y divide-line rounded-md border border-line">
      {choices.map(({ personId, name, staffNumber, is, reasons }) => (
        <li key={personId} className="flex items-center justify-between gap-3 px-3 py-2">
          <span className="min-w-0">
            <bdi className="font-medium">{name}</bdi>{' '}
            <bdi className="text-muted text-xs">{PEOPLE_TEXTS.who({ staffNumber, is })}</bdi>
            {reasons.length > 0 && <span className="block text-muted text-xs">{reasons.join(', ')}</span>}
          </span>
          <Button
            size="small"
            aria-label={`Same person as ${name}`}
            busy={samePerson.isPending && samePerson.variables.personId === personId}
            onClick={() =>
              samePerson.mutate({ personId, staffNumber: card.staffNumber }, { onSuccess: onClose })
            }
          >
            Same person
          </Button>
        </li>
      ))}
    </ul>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Same person as ${card.name}`}
      description={PEOPLE_TEXTS.samePerson(card.name, card.staffNumber)}
      footer={<Button onClick={onClose}>Go back</Button>}
    >
      {likely.length > 0 && list(likely, 'Likely the same person')}
      <p className="mt-4 mb-2 text-muted text-xs">{PEOPLE_TEXTS.searchCampusOnly()}</p>
      <SearchBox
        label="Search people in Campus"
        placeholder="Name or staff number…"
        text={search}
        onSearch={setSearch}
      />
      {others.length > 0 && list(others, 'Found in Campus')}
      {found.data && others.length === 0 && (
        <p role="status" className="mt-2 text-muted text-xs">
          {PEOPLE_TEXTS.nobodyFound()}
        </p>
      )}
      {samePerson.isError && (
        <Callout tone="bad" role="alert" className="mt-3">
          {samePerson.error.message}
        </Callout>
      )}
    </Dialog>
  );
}
