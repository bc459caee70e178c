'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { CornerDownLeft } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { Page } from './pages.ts';
import { signOut } from './sign-out-button.tsx';
import { useOtherTheme } from './theme-button.tsx';

const HEADING =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 ' +
  '[&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-subtle';

/** Type where to go or what to do. */
export default function Palette({
  open,
  onClose,
  pages,
}: {
  open: boolean;
  onClose: () => void;
  pages: Page[];
}) {
  const router = useRouter();
  const turnTheme = useOtherTheme();
  const choose = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Popup
          aria-label="Search"
          className="fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-xl border border-line bg-surface shadow-floating"
        >
          <Command label="Search" loop>
            <Command.Input
              autoFocus
              placeholder="Go to a page or do something…"
              className="h-12 w-full border-line border-b bg-transparent px-4 placeholder:text-subtle focus-visible:outline-none"
            />
            <Command.List className="max-h-[50vh] overflow-y-auto p-2" label="Results">
              <Command.Empty className="px-2.5 py-6 text-center text-muted">
                Nothing is called that. Try another word.
              </Command.Empty>
              <Command.Group heading="Pages" className={HEADING}>
                {pages.map((page) => (
                  <Item
                    key={page.path}
                    name={page.name}
                    note={page.trail.join(' › ')}
                    onSelect={choose(() => router.push(page.path))}
                  />
                ))}
              </Command.Group>
              <Command.Group heading="Actions" className={HEADING}>
                <Item name="Theme" note="light or dark" onSelect={choose(turnTheme)} />
                <Item name="Sign out" onSelect={choose(() => void signOut())} />
              </Command.Group>
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const Item = ({ name, note, onSelect }: { name: string; note?: string; onSelect: () => void }) => (
  <Command.Item
    value={name}
    keywords={note ? [note] : undefined}
    onSelect={onSelect}
    className="group flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-ink"
  >
    <span className="font-medium">{name}</span>
    {note && <span className="truncate text-muted text-xs">{note}</span>}
    <CornerDownLeft
      aria-hidden
      className="ml-auto size-3.5 shrink-0 opacity-0 group-data-[selected=true]:opacity-100"
    />
  </Command.Item>
);
