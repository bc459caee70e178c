'use client';

import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Page } from './pages.ts';

const Palette = lazy(() => import('./palette.tsx'));

/** Opens the palette, as Ctrl K and ⌘K do everywhere. Its code is loaded on first use. */
export function PaletteButton({ pages }: { pages: Page[] }) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setWanted(true);
      setOpen((is) => !is);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
        className="flex h-9 min-w-9 items-center justify-center gap-2 rounded-md text-muted transition-colors duration-100 hover:bg-hover sm:w-64 sm:justify-start sm:border sm:border-line sm:bg-surface sm:px-3 sm:shadow-raised"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="max-sm:sr-only">Search</span>
        <kbd
          aria-hidden
          className="ml-auto rounded border border-line bg-sunken px-1.5 font-sans text-2xs max-sm:hidden"
        >
          Ctrl K
        </kbd>
      </button>
      {wanted && (
        <Suspense>
          <Palette open={open} onClose={() => setOpen(false)} pages={pages} />
        </Suspense>
      )}
    </>
  );
}
