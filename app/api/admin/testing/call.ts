import { type Answer, send, type TestServer } from '../../../../lib/http/testing/vendor.ts';
import { adminApi } from '../api.ts';

export type AdminCall = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** Calls the admin API as the app's pages do, with this session's cookie. */
export const adminCaller =
  (server: TestServer, cookie: string): AdminCall =>
  (method, path, body) =>
    send(server, adminApi, `/api/admin${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': '192.0.2.7',
        cookie: `__Secure-campus-session=${cookie}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
