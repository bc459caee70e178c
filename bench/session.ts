import type { Admin } from './sync-districts.ts';

/** Signs an admin in by the calls that the sign-in form makes. @returns the `Cookie` header of the session */
export async function sessionCookie(
  baseUrl: string,
  { appName, adminUsername, adminPassword }: { appName: string } & Admin,
): Promise<string> {
  const auth = `${baseUrl}/api/auth`;
  const csrf = await fetch(`${auth}/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const form = {
    appName,
    username: adminUsername,
    password: adminPassword,
    callbackUrl: '/campus',
    csrfToken,
  };
  const signedIn = await fetch(`${auth}/callback/credentials`, {
    method: 'POST',
    headers: { cookie: cookiesOf(csrf), origin: new URL(baseUrl).origin },
    body: new URLSearchParams({ ...form, json: 'true' }),
  });
  const { url } = (await signedIn.json()) as { url: string };
  if (new URL(url, baseUrl).searchParams.has('error')) throw new Error(`The sign-in failed: ${url}`);
  return cookiesOf(signedIn);
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
