import { type Findings, note } from './findings.ts';
import type { Target } from './target.ts';

/** Token requests that must not get a token: each 400 or 401, and never somebody else's. */
export async function attackOAuth({ send, attacker, victim }: Target, findings: Findings): Promise<void> {
  const { clientId, clientSecret, appName } = attacker;
  const basic = (id: string, secret: string) => ({ authorization: `Basic ${btoa(`${id}:${secret}`)}` });
  const own = basic(clientId, clientSecret);
  const grant = 'grant_type=client_credentials';
  const requests: [what: string, query: string, headers: Record<string, string>, body: string][] = [
    ['no credentials', `appName=${appName}`, {}, grant],
    ['a wrong secret', `appName=${appName}`, basic(clientId, 'wrong'), grant],
    [
      "the victim's client with the own secret",
      `appName=${victim.appName}`,
      basic(victim.clientId, clientSecret),
      grant,
    ],
    ["the own client at the victim's district", `appName=${victim.appName}`, own, grant],
    ['another grant', `appName=${appName}`, own, 'grant_type=password&username=a&password=b'],
    ['no grant', `appName=${appName}`, own, ''],
    ['a grant twice', `appName=${appName}`, own, `${grant}&${grant}`],
    ['an unknown scope', `appName=${appName}`, own, `${grant}&scope=admin`],
    [
      'a scope of SQL',
      `appName=${appName}`,
      own,
      `${grant}&scope=${encodeURIComponent("staff.read' or '1'='1")}`,
    ],
    [
      'credentials twice',
      `appName=${appName}`,
      own,
      `${grant}&client_id=${clientId}&client_secret=${clientSecret}x`,
    ],
    ['an appName of SQL', `appName=${encodeURIComponent("x' or '1'='1")}`, own, grant],
    ['an appName twice', `appName=${appName}&appName=${victim.appName}`, own, grant],
    ['a NUL', `appName=${appName}%00`, own, grant],
    ['a body of junk', `appName=${appName}`, own, '%'.repeat(10_000)],
    ['a large body', `appName=${appName}`, own, `${grant}&x=${'x'.repeat(100_000)}`],
  ];
  for (const [what, query, headers, body] of requests) {
    const { status, text } = await send(`/oauth2/token?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
    const refused = status >= 400 && status < 500 && !text.includes('access_token"');
    note(findings, `a token with ${what}`, refused ? undefined : `answered ${status}`);
  }
}
