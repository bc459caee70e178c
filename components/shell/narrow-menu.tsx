'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Menu, X } from 'lucide-react';
import { useState } from 'react';
import { buttonStyle } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Navigation } from './navigation.tsx';
import type { Page } from './pages.ts';

/** The menu where there is no room for it beside the page. */
export function NarrowMenu({
  pages,
  favourites,
  districtName,
}: {
  pages: Page[];
  favourites: readonly string[];
  districtName: string;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger aria-label="Menu" className={classNames(buttonStyle('quiet', 'icon'), 'lg:hidden')}>
        <Menu aria-hidden className="size-5" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-50 w-72 max-w-[85vw] overflow-y-auto border-line border-r bg-canvas p-3 shadow-floating transition-transform duration-150 data-ending-style:-translate-x-full data-starting-style:-translate-x-full">
          <div className="mb-4 flex items-center justify-between gap-2 pl-2.5">
            <Dialog.Title className="truncate font-semibold">{districtName}</Dialog.Title>
            <Dialog.Close aria-label="Close menu" className={buttonStyle('quiet', 'icon')}>
              <X aria-hidden className="size-4" />
            </Dialog.Close>
          </div>
          <Navigation pages={pages} favourites={favourites} onChoose={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
