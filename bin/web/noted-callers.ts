import type { Handler } from './front.ts';
import { pathOf } from './refusal.ts';

/**
 * What clients and pages ask by themselves, in every synchronization or again and again: a commit does not give way to those who
 * wait for it. Pages' API is only read by GET; what somebody does there is a page or another method.
 */
const BY_ITSELF = [
  '/campus/_next/static/',
  '/campus/api/health/',
  '/campus/oauth2/',
  '/campus/api/businessOfficeIntegration/staffMembers/sync',
];
const PAGES_API = ['/campus/api/admin/', '/campus/api/operator/'];

/** Whether a person, or a vendor outside of a synchronization, waits for the answer. */
export function isCaller(method: string, target: string): boolean {
  const path = pathOf(target);
  if (!path.startsWith('/campus')) return false;
  if (BY_ITSELF.some((prefix) => path.startsWith(prefix))) return false;
  return method !== 'GET' || !PAGES_API.some((prefix) => path.startsWith(prefix));
}

/** A handler whose callers are noted (lib/callers). */
export const withNotedCallers =
  (callers: { note(): unknown }, handle: Handler): Handler =>
  (request, response) => {
    if (isCaller(request.method ?? '', request.url ?? '')) callers.note();
    return handle(request, response);
  };
