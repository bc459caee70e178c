import type { AdminApi } from '../../app/api/admin/endpoints.ts';
import type { DownloadName, Given } from '../../lib/http/contract.ts';

export interface UrlParts {
  /** By the names in braces. */
  params?: Record<string, string>;
  /** Null and undefined are left out. */
  query?: Record<string, unknown>;
}

/** The URL of a call such as `GET /users/{id}`, with its parameters filled in, below the path of its API. */
export function urlOfCall(api: string, name: string, { params = {}, query = {} }: UrlParts): string {
  const path = name
    .slice(name.indexOf('/'))
    .replace(/\{(\w+)\}/g, (_, param) => encodeURIComponent(params[param] ?? ''));
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [[key, String(value)]],
  );
  return `${api}${path}${pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''}`;
}

/** Of the admin API. */
export const adminUrl = (name: string, parts: UrlParts): string =>
  urlOfCall('/campus/api/admin', name, parts);

/** Where a link downloads a file of the admin API. */
export function adminHref<Name extends DownloadName<AdminApi>>(
  name: Name,
  ...[given]: Record<never, never> extends Given<AdminApi[Name]>
    ? [Given<AdminApi[Name]>?]
    : [Given<AdminApi[Name]>]
): string;
export function adminHref(name: string, given?: unknown): string {
  return adminUrl(name, (given ?? {}) as UrlParts);
}
