import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BrandMark } from '../../components/shell/brand.tsx';
import { ThemeButton } from '../../components/shell/theme-button.tsx';
import { currentSession } from '../../lib/auth/session.ts';
import { database } from '../../lib/database.ts';
import { onlyAppName } from '../../lib/district/find-district.ts';
import { settings } from '../../lib/settings.ts';
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
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="flex justify-end p-3">
        <ThemeButton />
      </div>
      <main className="mx-auto w-full max-w-sm grow px-4 pt-[max(1rem,10vh)] pb-12">
        <div className="mb-6 flex flex-col items-center gap-3 text-center">
          <BrandMark className="size-11" />
          <div>
            <h1 className="font-semibold text-xl tracking-tight">Sign in</h1>
            <p className="mt-1 text-muted">Business Office Integration</p>
          </div>
        </div>
        <SignInForm
          appName={appName}
          callbackUrl={callbackUrl}
          signedOut={one(asked.signedOut) !== undefined}
        />
        <p className="mt-6 text-balance text-center text-muted text-xs">{SIGN_IN_TEXTS.noAccount()}</p>
      </main>
    </div>
  );
}
