import Link from 'next/link';
import type { ReactNode } from 'react';
import { UnreadBadge } from '../messages/unread-badge.tsx';
import { BrandMark } from './brand.tsx';
import { NarrowMenu } from './narrow-menu.tsx';
import { Navigation } from './navigation.tsx';
import type { Page } from './pages.ts';
import { PaletteButton } from './palette-button.tsx';
import { SignOutButton } from './sign-out-button.tsx';
import { ThemeButton } from './theme-button.tsx';

/** The frame of every page: menu, search, theme, the signed-in user. */
export function Shell({
  pages,
  favourites,
  districtName,
  userName,
  children,
}: {
  pages: Page[];
  favourites: readonly string[];
  districtName: string;
  userName: string;
  children: ReactNode;
}) {
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-60 -translate-y-20 rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <div className="lg:grid lg:grid-cols-[17rem_minmax(0,1fr)]">
        <aside
          aria-label="District and menu"
          className="sticky top-0 hidden h-dvh flex-col gap-6 overflow-y-auto border-line border-r bg-sunken p-3 lg:flex print:hidden"
        >
          <Link href="/" className="flex items-center gap-2.5 rounded-md px-2.5 pt-1.5">
            <BrandMark className="size-7 shrink-0" />
            <span className="min-w-0">
              <span className="block font-semibold leading-4">Campus</span>
              <span className="block truncate text-muted text-xs">{districtName}</span>
            </span>
          </Link>
          <Navigation pages={pages} favourites={favourites} />
        </aside>
        <div className="flex min-h-dvh flex-col">
          <header className="sticky top-0 z-30 flex h-13 items-center gap-1 border-line border-b bg-canvas px-2 sm:px-4 lg:px-6 print:hidden">
            <NarrowMenu pages={pages} favourites={favourites} districtName={districtName} />
            <span className="mr-auto truncate px-1 font-semibold lg:hidden">{districtName}</span>
            <PaletteButton pages={pages} />
            <Link
              href="/account"
              title="Your account"
              className="hidden truncate rounded-md px-2 text-muted hover:text-ink md:block lg:ml-auto"
            >
              {userName}
            </Link>
            <UnreadBadge />
            <ThemeButton />
            <SignOutButton />
          </header>
          <main id="main" tabIndex={-1} className="mx-auto w-full max-w-7xl grow px-4 py-6 sm:px-6 lg:px-8">
            {children}
          </main>
        </div>
      </div>
    </>
  );
}
