import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BrandMark } from '../../components/shell/brand.tsx';
import { SignOutButton } from '../../components/shell/sign-out-button.tsx';
import { ThemeButton } from '../../components/shell/theme-button.tsx';
import { currentSession } from '../../lib/auth/session.ts';
import { settings } from '../../lib/settings.ts';
import { Providers } from '../(campus)/providers.tsx';
import { safeCallbackUrl } from '../api/auth/callback-url.ts';
import { RequiredFactor } from './required-factor.tsx';
import { SECOND_FACTOR_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Set up a second factor' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The only page of a user who has no second factor in a district that requires one. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const wanted = (await searchParams).callbackUrl;
  const { publicUrl } = settings();
  const next = safeCallbackUrl(Array.isArray(wanted) ? wanted[0] : wanted, publicUrl);
  const session = await currentSession();
  if (!session) redirect('/signin');
  if (!session.factorNeeded) redirect(next.slice(`${publicUrl}/campus`.length) || '/');
  return (
    <Providers timeZone={session.district.timeZone}>
      <div className="flex min-h-dvh flex-col">
        <div className="flex justify-end gap-1 p-3">
          <ThemeButton />
          <SignOutButton />
        </div>
        <main className="mx-auto w-full max-w-lg grow px-4 pt-[max(0.5rem,5vh)] pb-12">
          <div className="mb-6 flex flex-col items-center gap-3 text-center">
            <BrandMark className="size-11" />
            <h1 className="font-semibold text-xl tracking-tight">Set up a second factor</h1>
            <p className="text-balance text-muted">{SECOND_FACTOR_TEXTS.lead(session.district.name)}</p>
          </div>
          <RequiredFactor next={next} />
        </main>
      </div>
    </Providers>
  );
}
