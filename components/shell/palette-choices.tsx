'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { fullName } from '../full-name.ts';
import { fitting, matchRank } from './match-typed.ts';
import type { Page } from './pages.ts';
import { actionsOf } from './palette-actions.ts';
import { PaletteItem } from './palette-item.tsx';
import { placesOf } from './places.ts';
import { useOtherTheme } from './theme-button.tsx';
import { usePalettePeople } from './use-palette-people.ts';

const HEADING =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 ' +
  '[&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-subtle';

interface Choice {
  id: string;
  name: string;
  note?: string;
  act: () => void;
}

/** Mounted each time the palette opens, so that it starts empty. */
export function PaletteChoices({ pages, onClose }: { pages: Page[]; onClose: () => void }) {
  const router = useRouter();
  const client = useQueryClient();
  const turnTheme = useOtherTheme();
  const [text, setText] = useState('');
  const [chosen, choose] = useState('');
  const findsPeople = pages.some(({ path }) => path === '/staff');
  const { people, searching } = usePalettePeople(text, findsPeople);
  const go = (path: string) => router.push(path);
  const places = fitting(text, placesOf(pages));
  const groups: { heading: string; choices: Choice[] }[] = [
    {
      heading: 'Pages',
      choices: places.map(({ path, name, trail }) => ({
        id: path,
        name,
        note: trail.join(' › '),
        act: () => go(path),
      })),
    },
    {
      heading: 'People',
      choices: people.map((person) => ({
        id: person.id,
        name: fullName(person),
        note: [person.staffNumber, person.position?.title ?? 'Incomplete', person.position?.school]
          .filter(Boolean)
          .join(' · '),
        act: () => go(`/staff/${person.id}`),
      })),
    },
    {
      heading: 'Actions',
      choices: fitting(text, actionsOf(pages, { client, go, turnTheme })).map(({ name, note, run }) => ({
        id: name,
        name,
        note,
        act: run,
      })),
    },
  ];
  // A number or a name is meant for people, unless it is the name of a page.
  const first = places[0];
  if (/\d/.test(text) || !first || matchRank(text, first) < 2)
    groups.splice(0, 2, ...groups.slice(0, 2).reverse());
  const top = groups.find(({ choices }) => choices.length > 0)?.choices[0]?.id ?? '';
  // People arrive later than pages: Enter takes what is at the top then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text begins at the top again, too.
  useEffect(() => choose(top), [top, text]);
  return (
    <Command label="Search" loop shouldFilter={false} value={chosen} onValueChange={choose}>
      <Command.Input
        autoFocus
        value={text}
        onValueChange={setText}
        maxLength={200}
        placeholder={findsPeople ? 'Go to a page or a person…' : 'Go to a page or do something…'}
        className="h-12 w-full border-line border-b bg-transparent px-4 placeholder:text-subtle focus-visible:outline-none"
      />
      <Command.List className="max-h-[50vh] overflow-y-auto p-2" label="Results">
        {groups.map(
          ({ heading, choices }) =>
            choices.length > 0 && (
              <Command.Group key={heading} heading={heading} className={HEADING}>
                {choices.map(({ id, name, note, act }) => (
                  <PaletteItem
                    key={id}
                    id={id}
                    name={name}
                    note={note}
                    onSelect={() => {
                      onClose();
                      act();
                    }}
                  />
                ))}
              </Command.Group>
            ),
        )}
      </Command.List>
      {top === '' && (
        <p role="status" className="px-2.5 py-6 text-center text-muted">
          {searching ? 'Searching…' : 'No matches. Try another word.'}
        </p>
      )}
    </Command>
  );
}
