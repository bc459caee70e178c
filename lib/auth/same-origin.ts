/**
 * Whether a call may have come from another site's page. Browsers say so themselves in Sec-Fetch-Site, older ones
 * by Origin; a caller that sends neither is no browser, carries no one's cookie, and passes. The same order as Go's
 * http.CrossOriginProtection.
 *
 * @param publicUrl the app's own origin; behind a proxy the Host header may be another
 */
export function isCrossSite(request: { method: string; headers: Headers }, publicUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (site) return site !== 'same-origin' && !(site === 'none' && reads);
  if (reads) return false;
  const origin = request.headers.get('origin');
  if (!origin || origin === publicUrl) return false;
  return URL.parse(origin)?.host !== request.headers.get('host');
}
