import { type Answer, send, type TestServer } from '../../../../lib/http/testing/vendor.ts';
import { adminApi } from '../api.ts';

export type AdminCall = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** Calls the admin API as the app's pages do, with this session's cookie or the one that an answer set since. */
export function adminCaller(server: TestServer, cookie: string): AdminCall {
  let sent = `__Secure-campus-session=${cookie}`;
  return async (method, path, body) => {
    const answer = await send(server, adminApi, `/api/admin${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': '192.0.2.7',
        cookie: sent,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const set = answer.headers.get('set-cookie')?.split(';', 1)[0];
    if (set?.startsWith('__Secure-campus-session=')) sent = set;
    return answer;
  };
}
