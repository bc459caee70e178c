export interface SignInForm {
  appName: string;
  username: string;
  password: string;
  /** The code of the second factor, if the server asked for one. */
  code?: string;
  callbackUrl: string;
}

/** Where to continue, that a code is needed, or a sentence that says what went wrong. */
export type SignInAnswer = { url: string } | { code: true; problem?: string } | { problem: string };

const AUTH = '/campus/api/auth';
const WRONG_CODE = 'The code is wrong or was used already. Wait for the next code and enter it.';
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
    if (error === 'Code') return { code: true };
    if (error === 'WrongCode') return { code: true, problem: WRONG_CODE };
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
