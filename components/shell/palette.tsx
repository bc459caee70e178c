'use client';

import { Dialog } from '@base-ui/react/dialog';
import type { Page } from './pages.ts';
import { PaletteChoices } from './palette-choices.tsx';

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
          <PaletteChoices pages={pages} onClose={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
