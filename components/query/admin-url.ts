import type { AdminApi } from '../../app/api/admin/endpoints.ts';
import type { DownloadName, Given } from '../../lib/http/contract.ts';

export interface UrlParts {
  /** By the names in braces. */
  params?: Record<string, string>;
  /** Null and undefined are left out. */
  query?: Record<string, unknown>;
}

/** Of `GET /users/{id}`, with its parameters filled in. */
export function adminUrl(name: string, { params = {}, query = {} }: UrlParts): string {
  const path = name
    .slice(name.indexOf('/'))
    .replace(/\{(\w+)\}/g, (_, param) => encodeURIComponent(params[param] ?? ''));
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [[key, String(value)]],
  );
  return `/campus/api/admin${path}${pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''}`;
}

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
