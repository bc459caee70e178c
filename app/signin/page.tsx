import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PlainPage } from '../../components/shell/plain-page.tsx';
import { currentSession } from '../../lib/auth/session.ts';
import { database } from '../../lib/database.ts';
import { onlyAppName } from '../../lib/district/find-district.ts';
import { settings } from '../../lib/settings.ts';
import { offeredSignOn } from '../../lib/single-sign-on/offered.ts';
import { safeCallbackUrl } from '../api/auth/callback-url.ts';
import { SignInForm } from './sign-in-form.tsx';
import { SIGN_IN_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const callbackUrl = safeCallbackUrl(one(asked.callbackUrl), settings().publicUrl);
  if (await currentSession()) redirect(callbackUrl.slice(`${settings().publicUrl}/campus`.length) || '/');
  const appName = one(asked.appName) ?? (await onlyAppName(database())) ?? '';
  const signOn = appName ? await offeredSignOn(database(), appName) : 'askDistrict';
  return (
    <PlainPage title="Sign in" lead="Business Office Integration">
      <SignInForm
        appName={appName}
        callbackUrl={callbackUrl}
        signedOut={one(asked.signedOut) !== undefined}
        signOn={signOn}
      />
      <p className="mt-6 text-balance text-center text-muted text-xs">{SIGN_IN_TEXTS.noAccount()}</p>
    </PlainPage>
  );
}
