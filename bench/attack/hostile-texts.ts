import { listedRequests } from '../bad-requests.ts';
import { type Findings, note } from './findings.ts';
import type { Answer, Target } from './target.ts';

const API = '/api/businessOfficeIntegration';
const SQL = [
  "'",
  "' or 1=1 --",
  "'; select pg_sleep(9) --",
  '"',
  '\\',
  '$1',
  '%',
  '_',
  "' union select null --",
];
const MARKUP = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '=cmd()', '\u202e', '\ufeff'];
const PATHS = [
  '/%00',
  '/%ff',
  '/..%2f..%2fetc/passwd',
  '/staffMembers/%2e%2e',
  '/%c0%af',
  `/${'a'.repeat(8_000)}`,
];

/** A 5xx, a refusal that is no problem document, or a wait that only a sleeping database explains. */
function wrongWith({ status, headers }: Answer, milliseconds = 0): string | undefined {
  if (status >= 500) return `answered ${status}`;
  if (milliseconds > 8_000) return `took ${Math.round(milliseconds)} ms`;
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json');
  return status >= 400 && !isProblem ? `answered ${status} without a problem document` : undefined;
}

/** SQL and markup in every place that takes text. */
export async function attackTexts({ send, client }: Target, findings: Findings): Promise<void> {
  for (const text of [...SQL, ...MARKUP]) {
    const value = encodeURIComponent(text);
    const paths = [
      ...['staffNumber', 'lastName', 'email', 'cursor', 'updatedSince'].map(
        (name) => `/staffMembers?${name}=${value}`,
      ),
      ...['street', 'city', 'zip'].map((name) => `/addresses?number=1&${name}=${value}`),
      ...[`/staffMembers/${value}`, `/schools?cursor=${value}`, `/staffMembers?${value}=1`],
    ];
    for (const path of paths) {
      const began = performance.now();
      const answer = await send(API + path, { headers: client });
      note(findings, `GET ${path}`, wrongWith(answer, performance.now() - began));
    }
  }
}

/** Paths that are no text, or lead elsewhere. */
export async function attackPaths({ send, client, admin }: Target, findings: Findings): Promise<void> {
  for (const [base, headers] of [
    [API, client],
    ['/api/admin', admin],
  ] as const)
    for (const path of PATHS) {
      const answer = await send(base + path, { headers });
      note(
        findings,
        `GET ${base}${path.slice(0, 50)}`,
        answer.status < 400 ? 'was found' : wrongWith(answer),
      );
    }
}

/** Bodies of every odd kind. @param every one in so many of the list */
export async function attackParsing(
  { send, client }: Target,
  findings: Findings,
  every: number,
): Promise<void> {
  for (const [i, { method, path, headers, body }] of listedRequests().entries()) {
    if (i % every !== 0) continue;
    const answer = await send(API + path, { method, headers: { ...client, ...headers }, body });
    note(findings, `${method} ${path} ${String(body).slice(0, 100)}`, wrongWith(answer));
  }
}

/** No more SSNs can be tried than the budget has, by either API; an answer to one has no digit of it. */
export async function attackSsnBudget({ send, client }: Target, findings: Findings): Promise<void> {
  const statuses: number[] = [];
  for (let i = 0; i < 40; i += 1) {
    const body = JSON.stringify({ ssn: `9001${String(i).padStart(5, '0')}` });
    const { status } = await send(`${API}/staffMembers/search`, { method: 'POST', headers: client, body });
    statuses.push(status);
  }
  for (const [i, status] of statuses.entries())
    note(findings, `search ${i + 1} by SSN`, i < 30 === (status === 200) ? undefined : `answered ${status}`);
}
