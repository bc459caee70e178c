import type { FieldError } from '../../lib/failure.ts';

/** What went wrong with a call of the admin API, in the words of its problem document. */
export class AdminProblem extends Error {
  readonly status: number;
  readonly requestId: string | undefined;
  /** What is wrong with which field of the body. */
  readonly errors: readonly FieldError[];
  constructor(message: string, status: number, requestId?: string, errors: readonly FieldError[] = []) {
    super(message);
    this.name = 'AdminProblem';
    this.status = status;
    this.requestId = requestId;
    this.errors = errors;
  }
}

const AWAY = 'Campus can’t be reached just now. Check your connection, then try again.';
const ATTENDED_MS = 60_000;

let touched = Date.now();
if (typeof window !== 'undefined')
  for (const sign of ['pointerdown', 'keydown'])
    window.addEventListener(sign, () => {
      touched = Date.now();
    });

/**
 * Calls the admin API and returns its JSON. What an untouched page asks by itself says so, because it must not
 * keep a session awake.
 */
export async function adminCall<T>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const headers: Record<string, string> = {};
  if (Date.now() - touched > ATTENDED_MS) headers['X-Unattended'] = '1';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch(`/campus/api/admin${path}`, {
    method,
    headers,
    signal,
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch((error) => {
    throw signal?.aborted ? error : new AdminProblem(AWAY, 0);
  });
  if (response.status === 204) return undefined as T;
  const requestId = response.headers.get('x-request-id');
  return answered({ status: response.status, requestId }, await response.json().catch(() => undefined));
}

/**
 * What an answer brings, or throws what it refuses. A session that has ended leads to the sign-in page, and back here
 * afterwards.
 */
export function answered<T>(
  { status, requestId }: { status: number; requestId: string | null },
  // biome-ignore lint/suspicious/noExplicitAny: the server's own schema has passed it.
  answer: any,
): T {
  if (status === 401) {
    const here = location.pathname + location.search;
    location.assign(`/campus/signin?callbackUrl=${encodeURIComponent(here)}`);
  }
  if (status >= 200 && status < 300) return answer as T;
  throw new AdminProblem(
    answer?.detail ?? answer?.title ?? AWAY,
    status,
    requestId ?? undefined,
    answer?.errors,
  );
}
