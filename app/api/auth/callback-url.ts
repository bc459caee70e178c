/**
 * Where to go after signing in: a page of this app, or Home for anything else. next-auth would answer 500 for what
 * is no URL, and an address elsewhere would make the sign-in a lure.
 */
export function safeCallbackUrl(wanted: string | undefined, publicUrl: string): string {
  const home = `${publicUrl}/campus`;
  const url = wanted ? URL.parse(wanted, `${publicUrl}/campus/`) : null;
  if (url?.origin !== publicUrl) return home;
  if (url.pathname !== '/campus' && !url.pathname.startsWith('/campus/')) return home;
  if (/^\/campus\/(api|signin|second-factor|oauth2)(\/|$)/.test(url.pathname)) return home;
  return url.href;
}
