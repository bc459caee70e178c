import { createHash } from 'node:crypto';
import type { KeptAnswer } from './kept-answer.ts';

/**
 * What is kept of the answer to a call that only reads: a digest, with which a repeat can tell whether its own answer is
 * the first one again. It is sealed as an answer is. A problem's request id is left out, which is another in each.
 */
export function digestOf({ status, headers, body }: KeptAnswer): KeptAnswer {
  const text = status < 400 ? body : JSON.stringify({ ...JSON.parse(body ?? '{}'), requestId: '' });
  const digest = createHash('sha256').update(String(text)).digest('base64url');
  return { status, headers, body: digest };
}

/** Marks the answer to a repeated read if it is the first one again. */
export function markIfSame(response: Response, own: KeptAnswer, first: KeptAnswer): Response {
  if (own.status === first.status && own.body === first.body)
    response.headers.set('Idempotency-Replayed', 'true');
  return response;
}
