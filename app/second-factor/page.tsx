import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PlainPage } from '../../components/shell/plain-page.tsx';
import { SignOutButton } from '../../components/shell/sign-out-button.tsx';
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
      <PlainPage
        title="Set up a second factor"
        lead={SECOND_FACTOR_TEXTS.lead(session.district.name)}
        actions={<SignOutButton />}
      >
        <RequiredFactor next={next} />
      </PlainPage>
    </Providers>
  );
}
