'use client';

import { Dialog } from '@base-ui/react/dialog';
import { UserRound, X } from 'lucide-react';
import Link from 'next/link';
import type { RefObject } from 'react';
import { buttonStyle } from '../ui/button.tsx';
import { Navigation } from './navigation.tsx';
import type { Page } from './pages.ts';

/** The menu as a drawer. A choice or Escape closes it and returns the focus. */
export default function MenuDrawer({
  pages,
  favourites,
  districtName,
  open,
  onClose,
  opener,
}: {
  pages: readonly Page[];
  favourites: readonly string[];
  districtName: string;
  open: boolean;
  onClose: () => void;
  opener: RefObject<HTMLElement | null>;
}) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          finalFocus={opener}
          className="fixed inset-y-0 left-0 z-50 w-72 max-w-[85vw] overflow-y-auto border-line border-r bg-canvas p-3 shadow-floating transition-transform duration-150 data-ending-style:-translate-x-full data-starting-style:-translate-x-full"
        >
          <div className="mb-4 flex items-center justify-between gap-2 pl-2.5">
            <Dialog.Title className="truncate font-semibold">{districtName}</Dialog.Title>
            <Dialog.Close aria-label="Close menu" className={buttonStyle('quiet', 'icon')}>
              <X aria-hidden className="size-4" />
            </Dialog.Close>
          </div>
          <Navigation pages={pages} favourites={favourites} onChoose={onClose} />
          <Link
            href="/account"
            onClick={onClose}
            className="mt-5 flex min-h-8 items-center gap-2.5 rounded-md px-2.5 text-[0.8125rem] text-muted hover:bg-hover hover:text-ink"
          >
            <UserRound aria-hidden className="size-4 shrink-0" />
            Your account
          </Link>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
