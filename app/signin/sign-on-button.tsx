import { buttonStyle } from '../../components/ui/button.tsx';
import { SIGN_IN_TEXTS } from './texts.ts';

/** Where single sign-on begins. */
export const signOnUrl = (appName: string, callbackUrl: string): string =>
  `/campus/api/single-sign-on/start?${new URLSearchParams({ appName, callbackUrl })}`;

/** The way to the district's identity provider; nothing where the district has none. */
export function SignOnButton({
  appName,
  callbackUrl,
  signOn,
}: {
  appName: string;
  callbackUrl: string;
  /** `askDistrict`: it is not known yet which district. */
  signOn: { on: boolean; passwordsOff: boolean } | 'askDistrict';
}) {
  if (signOn === 'askDistrict' || !signOn.on) return null;
  return (
    <div className="mb-5">
      {/* A link of its own, never prefetched: each visit is a row. */}
      <a href={signOnUrl(appName, callbackUrl)} className={`${buttonStyle('primary')} w-full`}>
        Continue with single sign-on
      </a>
      <p className="mt-1.5 text-balance text-center text-muted text-xs">{SIGN_IN_TEXTS.signOnHelp()}</p>
      <p className="mt-5 border-line border-t pt-4 text-center text-muted text-xs">
        {signOn.passwordsOff ? SIGN_IN_TEXTS.emergencyOnly() : SIGN_IN_TEXTS.orPassword()}
      </p>
    </div>
  );
}
