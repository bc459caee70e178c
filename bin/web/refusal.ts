import { type IncomingHttpHeaders, STATUS_CODES } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';

/** What the front answers itself because Next would answer it with 500, HTML or nothing. */
export type Refusal = {
  status: 400 | 405 | 408 | 413 | 417 | 431;
  detail: string;
  headers?: Record<string, string>;
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Undefined if Next can take the request. */
export function refuse(
  method: string,
  target: string,
  headers: IncomingHttpHeaders = {},
): Refusal | undefined {
  if (!METHODS.includes(method))
    return {
      status: 405,
      detail: `${method} is not used here. Use one of the methods in the Allow header.`,
      headers: { Allow: METHODS.join(', ') },
    };
  if (!isReadable(target))
    return {
      status: 400,
      detail: 'The path can not be read: every % must begin an encoded character of UTF-8.',
    };
  if (!isRouterState(headers['next-router-state-tree']))
    return { status: 400, detail: 'The header Next-Router-State-Tree can not be read. Reload the page.' };
  return undefined;
}

function isReadable(target: string): boolean {
  if (!target.startsWith('/')) return false;
  try {
    return !decodeURIComponent(pathOf(target)).includes('\0');
  } catch {
    return false;
  }
}

/** Next's own check, which it makes too late: a page answers 500 where it fails. */
function isRouterState(header: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}

export const pathOf = (target: string): string => target.split('?', 1)[0] as string;

/** A problem document (RFC 9457) in the shape of API.md. */
export const problemOf = (refusal: Refusal, instance: string, requestId: string): string =>
  JSON.stringify({
    type: 'about:blank',
    title: STATUS_CODES[refusal.status],
    status: refusal.status,
    detail: refusal.detail,
    instance,
    requestId,
  });
