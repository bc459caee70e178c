import { adminEndpoints } from '../../app/api/admin/endpoints.ts';
import { endpoints } from '../../app/api/businessOfficeIntegration/endpoints.ts';
import { type Findings, note } from './findings.ts';
import type { Target } from './target.ts';

const VENDOR = '/api/businessOfficeIntegration';
const ADMIN = '/api/admin';
const ANY_ID = '0190aaaa-0000-7000-8000-000000000001';
export const withId = (path: string): string => path.replaceAll(/\{\w+\}/g, ANY_ID);

/** Each call without credentials, with made-up ones, and with those of the other API: 401. */
export async function attackAuthorization(target: Target, findings: Findings): Promise<void> {
  const { client, admin } = target;
  const forged = { cookie: 'next-auth.session-token=forged', origin: admin.origin as string };
  const apis = [
    [VENDOR, endpoints, [{}, { authorization: 'Bearer forged' }, { authorization: 'Basic Og==' }, admin]],
    [ADMIN, adminEndpoints, [{}, forged, client]],
  ] as const;
  for (const [base, all, callers] of apis)
    for (const { method, path } of all)
      for (const [which, headers] of callers.entries()) {
        const body = method === 'GET' ? undefined : '{}';
        const given = { 'content-type': 'application/json', ...headers };
        const { status } = await target.send(base + withId(path), { method, headers: given, body });
        note(
          findings,
          `${method} ${base}${path} by caller ${which}`,
          status === 401 ? undefined : `answered ${status}`,
        );
      }
}

/** Each call that changes something, in the admin's session but from another site: 403. */
export async function attackCrossSite({ send, admin }: Target, findings: Findings): Promise<void> {
  const origins: Record<string, string>[] = [
    { origin: 'https://attacker.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ];
  for (const { method, path } of adminEndpoints.filter(({ method }) => method !== 'GET'))
    for (const from of origins) {
      const { status } = await send(ADMIN + withId(path), {
        method,
        headers: { ...admin, ...from },
        body: '{}',
      });
      note(
        findings,
        `${method} ${path} from ${Object.values(from)}`,
        status === 403 ? undefined : `answered ${status}`,
      );
    }
}
