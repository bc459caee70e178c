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
  const request = (url: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { ...init.headers, 'x-forwarded-for': '192.0.2.7', 'sec-fetch-site': 'cross-site' };
    return signOnEndpoint(server, new Request(new URL(url, ORIGIN), { ...init, headers }));
  };
  async function call(url: string, init: RequestInit): Promise<Landing> {
    const answer = await request(url, init);
    for (const line of answer.headers.getSetCookie()) take(line);
    const to = new URL(answer.headers.get('location') ?? ORIGIN);
    return { status: answer.status, to, problem: to.searchParams.get('problem') };
  }
  /** Follows a link or redirect. */
  const open = (url: string) =>
    call(url, { headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
  const send = (url: string, init: RequestInit) => call(url, { ...init, method: 'POST' });
  /** Posts the form of another site's page: without cookies, which are all SameSite=Lax. */
  const post = ({ url, form }: { url: string; form: Record<string, string> }) =>
    send(url, { body: new URLSearchParams(form) });
  const take = (line: string) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  };
  return {
    open,
    /** Posts a SAML provider's answer, and follows the redirect to where it is taken. */
    async answer(posted: { url: string; form: Record<string, string> }): Promise<Landing> {
      const landing = await post(posted);
      return landing.to.pathname.endsWith('/answer') ? open(landing.to.href) : landing;
    },
    post,
    send,
    fetch: request,
    take,
    session: () => cookies.get('__Secure-campus-session'),
    start: (appName: string, callbackUrl = '/campus/staff') =>
      open(`/campus/api/single-sign-on/start?${new URLSearchParams({ appName, callbackUrl })}`),
  };
}
