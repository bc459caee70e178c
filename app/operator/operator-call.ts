import { sendCall } from '../../components/query/admin-call.ts';
import { type UrlParts, urlOfCall } from '../../components/query/admin-url.ts';
import type { AnswerOf, Given } from '../../lib/http/contract.ts';
import type { OperatorApi } from '../api/operator/endpoints.ts';
import { OPERATOR_PAGE_TEXTS } from './texts.ts';

const PATH = '/campus/api/operator';

type Sent = UrlParts & { body?: unknown; signal?: AbortSignal };
type CallOptions<E> = Given<E> & { signal?: AbortSignal };

/**
 * Calls the operator's API and returns its answer, typed by the endpoint (app/api/operator). If the session has ended, the
 * page loads again and says how to get in. @throws AdminProblem
 */
export async function operatorCall<Name extends keyof OperatorApi>(
  name: Name,
  ...[given]: Record<never, never> extends Given<OperatorApi[Name]>
    ? [CallOptions<OperatorApi[Name]>?]
    : [CallOptions<OperatorApi[Name]>]
): Promise<AnswerOf<OperatorApi[Name]>>;
export async function operatorCall(name: string, given: Sent = {}): Promise<unknown> {
  return sendCall(urlOfCall(PATH, name, given), name, given, () => location.reload());
}

/** Opens a link by its token. Returns what is wrong with it; undefined if the browser now has a session. */
export async function openLink(token: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${PATH}/open`, { method: 'POST', body: token });
    return answer.ok ? undefined : (await answer.json()).detail;
  } catch {
    return OPERATOR_PAGE_TEXTS.unreachable();
  }
}
