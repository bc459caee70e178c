'use client';

import { Menu } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { buttonStyle } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import type { Page } from './pages.ts';

const load = () => import('./menu-drawer.tsx');
const MenuDrawer = lazy(load);

/** The menu for narrow screens. */
export function NarrowMenu(props: {
  pages: readonly Page[];
  favourites: readonly string[];
  districtName: string;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label="Menu"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
        className={classNames(buttonStyle('quiet', 'icon'), 'lg:hidden')}
      >
        <Menu aria-hidden className="size-5" />
      </button>
      {wanted && (
        <Suspense>
          <MenuDrawer {...props} open={open} onClose={() => setOpen(false)} opener={button} />
        </Suspense>
      )}
    </>
  );
}
