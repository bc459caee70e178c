'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import type { Page } from './pages.ts';
import { PaletteItem } from './palette-item.tsx';
import { signOut } from './sign-out-button.tsx';
import { useOtherTheme } from './theme-button.tsx';

const People = lazy(() => import('./palette-people.tsx'));

const HEADING =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 ' +
  '[&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-subtle';

/** Finds pages, people and actions by name. */
export default function Palette({
  open,
  onClose,
  pages,
}: {
  open: boolean;
  onClose: () => void;
  pages: Page[];
}) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Popup
          aria-label="Search"
          className="fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-xl border border-line bg-surface shadow-floating"
        >
          <Choices pages={pages} onClose={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Mounted each time the palette opens, so that it starts empty. */
function Choices({ pages, onClose }: { pages: Page[]; onClose: () => void }) {
  const router = useRouter();
  const turnTheme = useOtherTheme();
  const [text, setText] = useState('');
  const findsPeople = pages.some(({ path }) => path === '/staff');
  const choose = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Command label="Search" loop>
      <Command.Input
        autoFocus
        value={text}
        onValueChange={setText}
        maxLength={200}
        placeholder={findsPeople ? 'Go to a page or a person…' : 'Go to a page or do something…'}
        className="h-12 w-full border-line border-b bg-transparent px-4 placeholder:text-subtle focus-visible:outline-none"
      />
      <Command.List className="max-h-[50vh] overflow-y-auto p-2" label="Results">
        <Command.Empty className="px-2.5 py-6 text-center text-muted">
          No matches. Try another word.
        </Command.Empty>
        <Command.Group heading="Pages" className={HEADING}>
          {pages.map((page) => (
            <PaletteItem
              key={page.path}
              name={page.name}
              note={page.trail.join(' › ')}
              onSelect={choose(() => router.push(page.path))}
            />
          ))}
        </Command.Group>
        {findsPeople && (
          <Suspense>
            <People text={text} heading={HEADING} onChoose={(path) => choose(() => router.push(path))()} />
          </Suspense>
        )}
        <Command.Group heading="Actions" className={HEADING}>
          <PaletteItem name="Theme" note="light or dark" onSelect={choose(turnTheme)} />
          <PaletteItem name="Sign out" onSelect={choose(() => void signOut())} />
        </Command.Group>
      </Command.List>
    </Command>
  );
}
