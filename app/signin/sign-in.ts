import { SIGN_IN_TEXTS } from './texts.ts';

export interface SignInForm {
  appName: string;
  username: string;
  password: string;
  /** The code of the second factor, if the server asked for one. */
  code?: string;
  /** In place of a temporary password, if the server asked for one. */
  newPassword?: string;
  callbackUrl: string;
}

/** A password chosen by an admin's link. */
export interface AcceptanceForm {
  /** The end of the link. */
  invitation: string;
  newPassword: string;
  code?: string;
  callbackUrl: string;
}

/** Where to continue, what else is needed, or a sentence that says what went wrong. */
export type SignInAnswer =
  | { url: string }
  | { asks: 'code' | 'newPassword'; problem?: string }
  | { problem: string };

const AUTH = '/campus/api/auth';

/** next-auth's protocol: take a CSRF token, send the form with it. */
export async function sendSignIn(form: SignInForm | AcceptanceForm): Promise<SignInAnswer> {
  try {
    const { csrfToken } = await (await fetch(`${AUTH}/csrf`)).json();
    const response = await fetch(`${AUTH}/callback/credentials`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, csrfToken, json: 'true' }),
    });
    if (response.status === 429) return { problem: SIGN_IN_TEXTS.busy() };
    if (response.status >= 500) return { problem: SIGN_IN_TEXTS.unreachable() };
    const { url } = await response.json();
    const error = new URL(url, location.origin).searchParams.get('error');
    if (error === 'Code') return { asks: 'code' };
    if (error === 'WrongCode') return { asks: 'code', problem: SIGN_IN_TEXTS.wrongCode() };
    const refused = /^NewPassword:(\w+)$/.exec(error ?? '')?.[1];
    if (refused) return { asks: 'newPassword', problem: SIGN_IN_TEXTS.newPasswordRefused[refused] };
    if (error === 'CredentialsSignin' && 'invitation' in form) return { problem: SIGN_IN_TEXTS.noLink() };
    return error ? { problem: explain(error) } : { url };
  } catch {
    return { problem: SIGN_IN_TEXTS.unreachable() };
  }
}

function explain(error: string): string {
  const minutes = /^Wait:(\d+)$/.exec(error)?.[1];
  if (minutes) return SIGN_IN_TEXTS.tooManyAttempts(Number(minutes));
  if (error === 'SingleSignOnOnly') return SIGN_IN_TEXTS.singleSignOnOnly();
  if (error === 'CredentialsSignin') return SIGN_IN_TEXTS.wrongCredentials();
  return SIGN_IN_TEXTS.unreachable();
}
