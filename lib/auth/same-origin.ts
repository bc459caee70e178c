/**
 * Whether a call may come from another site's page. Browsers send Sec-Fetch-Site, older ones Origin. A caller that
 * sends neither is not a browser and has no user's cookie, so it passes. Same order of checks as Go's
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
  const from = URL.parse(origin);
  return from?.host !== request.headers.get('host') || from?.protocol !== URL.parse(publicUrl)?.protocol;
}
