import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { isPage, pagesFor } from '../../components/shell/pages.ts';
import { Shell } from '../../components/shell/shell.tsx';
import { contextOf, currentSession, requireSession } from '../../lib/auth/session.ts';
import { listFavourites } from '../../lib/favourites/list.ts';
import { lastFirst } from '../../lib/text/last-first.ts';
import { Providers } from './providers.tsx';

export default async function CampusLayout({ children }: { children: ReactNode }) {
  // A visitor who is not signed in goes to the sign-in page, and from there to this address.
  if (!(await currentSession()) && !isPage((await headers()).get('x-path') ?? '/')) notFound();
  const session = await requireSession();
  return (
    <Providers timeZone={session.district.timeZone}>
      <Shell
        pages={pagesFor(session.rights)}
        favourites={await listFavourites(contextOf(session))}
        districtName={session.district.name}
        userName={lastFirst(session.user.name)}
      >
        {children}
      </Shell>
    </Providers>
  );
}
