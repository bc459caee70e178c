import { type Findings, note } from './findings.ts';
import type { Target } from './target.ts';

/** More than a web process checks at a time for one address. */
const AT_A_TIME = 60;

/** A burst of sign-ins with made-up usernames: each is refused, some before their password is checked, with Retry-After. */
export async function attackSignIn({ send, attacker }: Target, findings: Findings): Promise<void> {
  const csrf = await send('/api/auth/csrf');
  const cookie = csrf.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  const { csrfToken } = JSON.parse(csrf.text);
  const answers = await Promise.all(
    Array.from({ length: AT_A_TIME }, (_, i) => {
      const form = { appName: attacker.appName, username: `made-up-${i}`, password: 'a wrong password' };
      return send('/api/auth/callback/credentials', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
        body: new URLSearchParams({ ...form, csrfToken, json: 'true' }).toString(),
      });
    }),
  );
  for (const { status, headers } of answers) {
    const refused = status === 401 || (status === 429 && Number(headers.get('retry-after')) > 0);
    note(findings, 'one sign-in of a burst', refused ? undefined : `answered ${status}`);
  }
  const early = answers.filter(({ status }) => status === 429).length;
  note(findings, 'a burst of sign-ins', early > 0 ? undefined : 'nothing was refused before the password');
}
