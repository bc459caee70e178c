import type { AdminApi } from '../../app/api/admin/endpoints.ts';
import type { AnswerOf, DownloadName, Given, UploadName } from '../../lib/http/contract.ts';
import { inLabels } from '../../lib/record/in-labels.ts';
import { AdminProblem } from './admin-problem.ts';
import { adminUrl, type UrlParts } from './admin-url.ts';
import { enterPassword } from './enter-password.ts';

const UNREACHABLE = 'Campus can’t be reached. Check your connection, then try again.';
const NOT_ENTERED = 'Nothing was changed, because you did not confirm that it’s you.';
const CONFIRM = 'POST /account/confirm';
const ATTENDED_MS = 60_000;

let touched = Date.now();
if (typeof window !== 'undefined')
  for (const sign of ['pointerdown', 'keydown'])
    window.addEventListener(sign, () => {
      touched = Date.now();
    });

/** Calls that take and answer JSON. */
type CallName = Exclude<keyof AdminApi, UploadName<AdminApi> | DownloadName<AdminApi>>;
type Sent = UrlParts & { body?: unknown; signal?: AbortSignal };
type CallOptions<E> = Given<E> & { signal?: AbortSignal };

/**
 * Calls the admin API and returns its answer; what is given and what comes back are typed by the endpoint
 * (app/api/admin). A page that nobody has touched for a minute marks its calls, because they must not keep a session
 * awake. If the call needs the password again, it asks for it and then calls once more.
 * @throws AdminProblem
 */
export async function adminCall<Name extends CallName>(
  name: Name,
  ...[given]: Record<never, never> extends Given<AdminApi[Name]>
    ? [CallOptions<AdminApi[Name]>?]
    : [CallOptions<AdminApi[Name]>]
): Promise<AnswerOf<AdminApi[Name]>>;
export async function adminCall(name: string, given: Sent = {}): Promise<unknown> {
  try {
    return await sendCall(adminUrl(name, given), name, given);
  } catch (problem) {
    if (!(problem instanceof AdminProblem) || !problem.needed || name === CONFIRM) throw problem;
    if (!(await enterPassword(problem.needed))) throw new AdminProblem(NOT_ENTERED, 409);
    return sendCall(adminUrl(name, given), name, given);
  }
}

/**
 * Sends a call that takes and answers JSON, such as `GET /users`, and returns its answer.
 * @param onSignedOut called if there is no session any more
 * @throws AdminProblem
 */
export async function sendCall(
  url: string,
  name: string,
  { body, signal }: Pick<Sent, 'body' | 'signal'>,
  onSignedOut?: () => void,
): Promise<unknown> {
  const headers: Record<string, string> = {};
  if (Date.now() - touched > ATTENDED_MS) headers['X-Unattended'] = '1';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch(url, {
    method: name.slice(0, name.indexOf(' ')),
    headers,
    signal,
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch((error) => {
    throw signal?.aborted ? error : new AdminProblem(UNREACHABLE, 0);
  });
  if (response.status === 204) return undefined;
  const requestId = response.headers.get('x-request-id');
  const answer = await response.json().catch(() => undefined);
  return readAnswer({ status: response.status, requestId }, answer, onSignedOut);
}

/** A problem document, as far as pages read it. */
type ProblemDocument = {
  detail?: string;
  title?: string;
  errors?: AdminProblem['errors'];
  passwordNeeded?: boolean;
  signOnNeeded?: boolean;
  codeNeeded?: boolean;
  secondFactorNeeded?: boolean;
};

/**
 * The answer of a call that succeeded. If the session has ended, it opens the sign-in page, or where the district now
 * requires a second factor, the page that sets it up; both lead back here.
 * @param answer undefined for one that is no JSON
 * @throws AdminProblem for a refusal
 */
export function readAnswer(
  { status, requestId }: { status: number; requestId: string | null },
  answer: unknown,
  onSignedOut: () => void = () => leaveFor('signin'),
): unknown {
  if (status === 401) onSignedOut();
  if (status >= 200 && status < 300) return answer;
  const { detail, title, errors, secondFactorNeeded, ...needs } = (answer ?? {}) as ProblemDocument;
  if (secondFactorNeeded) leaveFor('second-factor');
  throw new AdminProblem(inLabels(detail ?? title ?? UNREACHABLE), status, {
    requestId: requestId ?? undefined,
    errors: errors?.map(({ message, hint, ...error }) => ({
      ...error,
      message: inLabels(message),
      ...(hint !== undefined && { hint: inLabels(hint) }),
    })),
    needed: neededBy(needs),
  });
}

function neededBy({ passwordNeeded, codeNeeded, signOnNeeded }: ProblemDocument): AdminProblem['needed'] {
  if (signOnNeeded) return 'single sign-on';
  if (!passwordNeeded) return undefined;
  return codeNeeded ? 'password and code' : 'password';
}

function leaveFor(page: 'signin' | 'second-factor'): void {
  const here = location.pathname + location.search;
  location.assign(`/campus/${page}?callbackUrl=${encodeURIComponent(here)}`);
}
