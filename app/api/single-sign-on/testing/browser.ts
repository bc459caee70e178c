import { ORIGIN, type TestServer } from '../../../../lib/http/testing/vendor.ts';
import { signOnEndpoint } from '../sign-on-endpoint.ts';

export interface Landing {
  status: number;
  /** Where the answer leads. */
  to: URL;
  /** Why it led to nothing, as the page is told. */
  problem: string | null;
}

/** A browser with its cookies of Campus. */
export function testBrowser(server: TestServer, session?: string) {
  const cookies = new Map<string, string>();
  if (session) cookies.set('__Secure-campus-session', session);
  async function open(url: string, method = 'GET'): Promise<Landing> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'x-forwarded-for': '192.0.2.7', 'sec-fetch-site': 'cross-site' };
    const answer = await signOnEndpoint(server, new Request(new URL(url, ORIGIN), { method, headers }));
    for (const line of answer.headers.getSetCookie()) take(line);
    const to = new URL(answer.headers.get('location') ?? ORIGIN);
    return { status: answer.status, to, problem: to.searchParams.get('problem') };
  }
  const take = (line: string) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  };
  return {
    open,
    take,
    session: () => cookies.get('__Secure-campus-session'),
    start: (appName: string, callbackUrl = '/campus/staff') =>
      open(`/campus/api/single-sign-on/start?${new URLSearchParams({ appName, callbackUrl })}`),
  };
}
