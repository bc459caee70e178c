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

/** Where to continue, what else is needed, or a sentence that says what went wrong. */
export type SignInAnswer =
  | { url: string }
  | { asks: 'code' | 'newPassword'; problem?: string }
  | { problem: string };

const AUTH = '/campus/api/auth';
const WRONG_CODE = 'The code is wrong or was used already. Wait for the next code and enter it.';
/** Why the new password was refused, by the code of lib/auth/temporary-password.ts. */
const NEW_PASSWORD: Record<string, string> = {
  same: 'The new password is the temporary one. Choose a different one.',
  tooShort: 'The new password is shorter than 15 characters. Use four or five unrelated words.',
  tooLong: 'The new password is longer than 128 characters. Use a shorter one.',
  commonPassword: 'The new password is easy to guess. Use four or five unrelated words.',
};
const UNREACHABLE = 'Campus can’t be reached. Check your connection, then try again.';

/** next-auth's protocol: take a CSRF token, send the form with it. */
export async function sendSignIn(form: SignInForm): Promise<SignInAnswer> {
  try {
    const { csrfToken } = await (await fetch(`${AUTH}/csrf`)).json();
    const response = await fetch(`${AUTH}/callback/credentials`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, csrfToken, json: 'true' }),
    });
    if (response.status >= 500) return { problem: UNREACHABLE };
    const { url } = await response.json();
    const error = new URL(url, location.origin).searchParams.get('error');
    if (error === 'Code') return { asks: 'code' };
    if (error === 'WrongCode') return { asks: 'code', problem: WRONG_CODE };
    const refused = /^NewPassword:(\w+)$/.exec(error ?? '')?.[1];
    if (refused) return { asks: 'newPassword', problem: NEW_PASSWORD[refused] };
    return error ? { problem: explain(error) } : { url };
  } catch {
    return { problem: UNREACHABLE };
  }
}

function explain(error: string): string {
  const minutes = /^Wait:(\d+)$/.exec(error)?.[1];
  if (minutes)
    return `Too many failed attempts. Wait ${minutes === '1' ? 'a minute' : `${minutes} minutes`}, then try again.`;
  if (error === 'CredentialsSignin') return 'Username, password or district is wrong. Check all three.';
  return UNREACHABLE;
}
